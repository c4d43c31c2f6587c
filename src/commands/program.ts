import type { Command } from '@oclif/core/command';
import type { Plugin } from '@oclif/core/interfaces';
import pkg from '../../package.json' with { type: 'json' };
import { commands } from './list.ts';

type Commands = readonly (readonly [id: string, command: Command.Class])[];

const named = <Definition extends object>(definitions: Readonly<Record<string, Definition>>) =>
  Object.fromEntries(Object.entries(definitions).map(([name, definition]) => [name, { ...definition, name }]));

const loadable = ([id, command]: Commands[number]): Command.Loadable => ({
  ...command,
  id,
  aliases: [],
  hiddenAliases: [],
  args: named(command.args ?? {}),
  flags: named(command.flags ?? {}),
  load: async () => Object.assign(command, { id }),
});

/** This program as oclif knows programs, a plugin. Told rather than searched for in files, which would take longer than a plan. */
export const program: Plugin = {
  _base: '',
  name: pkg.name,
  alias: pkg.name,
  version: pkg.version,
  root: '',
  pjson: {
    name: pkg.name,
    version: pkg.version,
    description: pkg.description,
    oclif: { bin: pkg.name, topicSeparator: ' ', additionalHelpFlags: ['-h'] },
  },
  type: 'core',
  moduleType: 'module',
  isRoot: true,
  valid: true,
  hasManifest: false,
  hooks: {},
  topics: [],
  options: { root: '' },
  commandsDir: undefined,
  commandIDs: Object.keys(commands),
  commands: Object.entries(commands).map(loadable),
  findCommand: async () => undefined as never,
  load: async () => {},
};
