#!/usr/bin/env node
import module, { createRequire } from 'node:module';

module.enableCompileCache?.();
const require = createRequire(import.meta.url);
const { loadCompiled } = require('../dist/compiled.cjs');

await loadCompiled(require.resolve('../dist/cli.cjs')).main(process.argv.slice(2));
