import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { verifyDay } from '../cli/failures/day.ts';
import { UsageError } from '../cli/failures/usage-error.ts';
import { outputsOf } from '../cli/outputs/outputs.ts';
import { type CheckFormat, checkFormats } from '../report/check/index.ts';
import { BaseCommand } from './base.ts';
import { all, color, repeatable, today } from './flags.ts';

const defaultBaseline = 'connbudget-baseline.json';

export default class Check extends BaseCommand {
  static override summary = 'Fail when connections do not fit: the findings of plan as a gate.';

  static override description = `\
FILE is a topology file, a folder, a pattern such as 'services/*.yml', or - for \
standard input. A folder stands for the topologies in it and below it: its YAML \
and JSON files with \`services\` and \`databases\` (or \`database\`) at the top, and \
those named *topology* that cannot be read. Hidden files and folders, links and \
node_modules are left out. All other files have to be topologies.

Every --output belongs to the --format right before it; a format without one is \
printed. In GitHub Actions the default is github, printed, and markdown, added \
to the summary of the job; anywhere else it is table.

--base is for a pull request: what was there before does not fail. A file that \
the base does not have, or that was no topology there, counts in full.

A baseline is for a repository that has findings already: --write-baseline \
keeps those of today, --baseline lets them pass until they get worse. Entries \
whose finding is gone are named and never fail; --write-baseline drops them.

Exit codes: 0 pass; 1 fail: a finding that nobody accepted is as severe as \
policy.fail_on or --fail-on says; 2 no verdict: a file cannot be judged or a \
report not be written. The reports are made all the same, and say so.`;

  static override examples = [
    { description: 'Check every topology of a repository:', command: '<%= config.bin %> check .' },
    {
      description: 'Read the result in the log, and keep it for code scanning:',
      command: '<%= config.bin %> check . --format table --format sarif --output connbudget.sarif',
    },
    {
      description: 'Fail only on what a branch makes worse:',
      command: '<%= config.bin %> check . --base git:origin/main',
    },
    { description: 'Start today with what there is:', command: '<%= config.bin %> check . --write-baseline' },
    { description: 'and fail on more:', command: `<%= config.bin %> check . --baseline ${defaultBaseline}` },
  ];

  static override args = {
    file: Args.string({
      multiple: true,
      required: true,
      ignoreStdin: true,
      description: 'Topology files, folders, quoted patterns; - is standard input.',
    }),
  };

  static override flags = {
    format: Flags.option({
      options: Object.keys(checkFormats) as CheckFormat[],
      multiple: true,
      multipleNonGreedy: true,
      summary: 'How to report. Repeatable.',
    })(),
    output: repeatable('PATH', 'Where the format before it goes, in place of standard output.'),
    'fail-on': Flags.option({
      options: ['error', 'warning'] as const,
      summary: "Least severity that fails, in place of every file's policy.fail_on.",
    })(),
    base: Flags.string({
      helpValue: 'git:REV',
      summary: 'Fail only on what is worse than in this revision, or, for one file, in git:REV:PATH or another file.',
    }),
    baseline: Flags.string({ helpValue: 'PATH', summary: 'Accept the findings that this file lists.' }),
    'write-baseline': Flags.boolean({
      summary: `Judge nothing: write the findings to --baseline, or to ${defaultBaseline}.`,
    }),
    set: repeatable('PATH=VALUE', "Check with this value in place of the files'."),
    today,
    quiet: Flags.boolean({ summary: 'Show only what fails.' }),
    all,
    color,
  };

  async run(): Promise<void> {
    const { args, flags, raw } = await this.parse(Check);
    const { base, baseline = defaultBaseline, format, output, today } = flags;
    if (today !== undefined) verifyDay('--today', today);
    if (flags['write-baseline']) {
      if (format ?? output ?? base)
        throw new UsageError('--write-baseline judges nothing; leave out --format, --output and --base');
      const { writeBaseline } = await import('../cli/tasks/write-baseline.ts');
      return writeBaseline(baseline, args.file, flags);
    }
    const outputs = outputsOf(raw, process.env);
    const { checkFiles } = await import('../cli/tasks/check-files.ts');
    await checkFiles(args.file, outputs, { ...flags, version: this.config.version });
  }
}
