import { Console } from 'node:console';
import { afterEach } from '@jest/globals';
import fc from 'fast-check';

/** Commands print through the streams; jest's console would decorate it. */
globalThis.console = new Console(process.stdout, process.stderr);

/** A command's exit code is its own, not the test run's. */
afterEach(() => {
  process.exitCode = undefined;
});

/** The same cases for everybody; SEED=random looks for new ones. */
const { SEED = '20261122' } = process.env;
fc.configureGlobal(SEED === 'random' ? {} : { seed: Number(SEED) });
