/** Builds the program: after `npm ci`, before it is packed, and where it is installed from git. */
import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const run = (command) => execSync(command, { stdio: 'inherit' });

/** npm brings nothing to build with when it installs from git with --global, https://github.com/npm/cli/issues/8440. */
if (!existsSync('node_modules')) run('npm ci --no-global --include=dev --ignore-scripts');
run('npm run build');
