import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

/** V8 takes what another V8 compiled for text that it would have to compile; it never takes it for another text. */
const cacheOf = (file: string): string =>
  file.replace(/\.cjs$/, `-${process.platform}-${process.arch}-v8-${process.versions.v8}.bin`);

/**
 * The exports of a CommonJS file (an absolute path): with the code that `compileAhead` kept where this V8 is the same,
 * else from its text.
 */
export function loadCompiled(file: string): unknown {
  const require = createRequire(file);
  return existsSync(cacheOf(file)) ? run(compile(file, readFileSync(cacheOf(file))), file, require) : require(file);
}

/** Keeps, beside a CommonJS file, the code of everything in it that `use` needs. */
export async function compileAhead(file: string, use: (exports: unknown) => Promise<void>): Promise<void> {
  const script = compile(file);
  await use(run(script, file, createRequire(file)));
  writeFileSync(cacheOf(file), script.createCachedData());
}

function compile(file: string, cachedData?: Buffer): Script {
  const text = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`;
  return new Script(text, { filename: file, ...(cachedData && { cachedData }) });
}

function run(script: Script, file: string, require: NodeJS.Require): unknown {
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module, file, dirname(file));
  return module.exports;
}
