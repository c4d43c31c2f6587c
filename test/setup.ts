import { Console } from 'node:console';
import { afterEach } from '@jest/globals';

/** Commands print through the streams; jest's console would decorate it. */
globalThis.console = new Console(process.stdout, process.stderr);

/** A command's exit code is its own, not the test run's. */
afterEach(() => {
  process.exitCode = undefined;
});
