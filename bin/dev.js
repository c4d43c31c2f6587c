#!/usr/bin/env node
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

register();
const { main } = await import('../src/commands/index.ts');
const pjson = createRequire(import.meta.url)('../package.json');
pjson.oclif.commands.target = './src/commands/index.ts';

await main(process.argv.slice(2), { root: fileURLToPath(new URL('..', import.meta.url)), pjson });
