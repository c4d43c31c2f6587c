import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { withRuleTable } from '../../src/report/markdown/rules-table.ts';
import { rules } from '../../src/rules/index.ts';

/** The README with its generated parts made anew: the table of rules, the files it shows, what the commands in it print. */
export function withGenerated(readme: string): string {
  const files = /<!-- file: (\S+) -->\n(\n```\w+\n[\s\S]*?\n```\n)?/g;
  const commands = /```console\n\$ (.+)\n[\s\S]*?```/g;
  return withRuleTable(readme, rules)
    .replace(files, (_, path: string) => {
      const language = path.endsWith('.yml') ? 'yaml' : 'js';
      return `<!-- file: ${path} -->\n\n\`\`\`${language}\n${readFileSync(path, 'utf8')}\`\`\`\n`;
    })
    .replace(commands, (_, command: string) => `\`\`\`console\n$ ${command}\n${outputOf(command)}\`\`\``);
}

const example = /<!-- file: fixtures\/examples\/ci\/\S+ -->\n\n```yaml\n[\s\S]*?```/g;

/** Every topology that the README shows, as it stands there; examples of configuration for others are none. */
export const topologiesIn = (readme: string): string[] =>
  [...readme.replace(example, '').matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);

/** What a command of the README prints, run with the built program from the top of the project; it has to reach a verdict. */
function outputOf(command: string): string {
  const [program, ...args] = command.split(' ');
  const script = program === 'connbudget' ? ['bin/run.js'] : [];
  const { stdout, stderr, status } = spawnSync(process.execPath, [...script, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, NO_COLOR: '1' },
  });
  if (status !== 0 && status !== 1) throw new Error(`"${command}" ended with ${status}: ${stderr}`);
  return stdout.replace(/\n*$/, '\n');
}
