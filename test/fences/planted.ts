/** One import, or use of the machine, for every fence: each is wrong where it stands. */
export const planted: Readonly<Record<string, { readonly file: string; readonly text: string }>> = {
  findings: { file: 'src/findings/planted.ts', text: "import '../catalog/target.ts';" },
  catalog: {
    file: 'src/catalog/planted.ts',
    text: "import type { Target } from '../topology/target.ts';\nexport type T = Target;",
  },
  queueing: {
    file: 'src/queueing/planted.ts',
    text: "import type { Target } from '../topology/target.ts';\nexport type T = Target;",
  },
  topology: { file: 'src/topology/planted.ts', text: "import '../budget/target.ts';" },
  budget: { file: 'src/budget/planted.ts', text: "export * from '../topology/target.ts';" },
  changes: { file: 'src/changes/planted.ts', text: "import '../rules/target.ts';" },
  sizing: { file: 'src/sizing/planted.ts', text: "import '../rules/target.ts';" },
  rules: { file: 'src/rules/planted.ts', text: "import '../report/target.ts';" },
  report: { file: 'src/report/planted.ts', text: "export const late = () => import('../budget/target.ts');" },
  action: { file: 'src/action/planted.ts', text: "import '../budget/target.ts';" },
  io: { file: 'src/io/planted.ts', text: "import '../report/target.ts';" },
  library: { file: 'src/index.ts', text: "import './io/target.ts';" },
  'commands-are-last': { file: 'src/sources/planted.ts', text: "import '../commands/target.ts';" },
  'action-is-apart': { file: 'src/sources/apart.ts', text: "import '../action/target.ts';" },
  'schema-tools': { file: 'src/report/schema.ts', text: "import 'zod';" },
  'terminal-tools': { file: 'src/commands/colored.ts', text: "import 'chalk';" },
  'command-line-tools': { file: 'src/io/command.ts', text: "import '@oclif/core/command';" },
  system: { file: 'src/commands/file.ts', text: "import 'node:fs';" },
  hashes: { file: 'src/findings/hash.ts', text: "import 'node:crypto';" },
  'declared-packages': { file: 'src/topology/undeclared.ts', text: "import 'acorn';" },
};
