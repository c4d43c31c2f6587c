#!/usr/bin/env node
import module, { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

module.enableCompileCache?.();
const { main } = createRequire(import.meta.url)('../dist/cli.cjs');

await main(process.argv.slice(2), { root: fileURLToPath(new URL('..', import.meta.url)) });
