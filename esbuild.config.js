import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

/**
 * oclif loads everything it might need when it starts, which takes longer than a plan. With this its modules load each
 * other when they are first used: `const x_1 = require("x")` becomes a function that does it once.
 */
const lazyRequires = {
  name: 'lazy-requires',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]@oclif[\\/]core[\\/]lib[\\/].*\.js$/ }, async ({ path }) => {
      const names = [];
      const declared = (await readFile(path, 'utf8')).replace(
        /^const (\w+) = ((?:__importDefault|__importStar)?\(?require\("[^"]+"\)\)?);$/gm,
        (_, name, load) => {
          names.push(name);
          return `let loaded_${name}; const load_${name} = () => (loaded_${name} ??= ${load});`;
        },
      );
      const contents = names.reduce(
        (text, name) => text.replace(new RegExp(`(?<![\\w$.])${name}(?![\\w$])`, 'g'), `(load_${name}())`),
        declared,
      );
      return { contents, loader: 'js' };
    });
  },
};

/** What oclif needs for plugins, transpilers and its own logs, and no command here reaches; or for one word of `--version`. */
const unused = {
  name: 'unused',
  setup({ onResolve, onLoad }) {
    const contents = {
      debug: 'module.exports = () => () => {};',
      'wsl-utils': 'export const isWsl = false;',
      'get-package-type': '',
      lilconfig: '',
      minimatch: '',
      tinyglobby: '',
      typescript: '',
    };
    const filter = new RegExp(`^(${Object.keys(contents).join('|')})$`);
    onResolve({ filter }, ({ path, importer }) =>
      /[\\/]@oclif[\\/]/.test(importer) ? { path, namespace: 'unused' } : undefined,
    );
    onLoad({ filter, namespace: 'unused' }, ({ path }) => ({ contents: contents[path] }));
  },
};

const common = {
  outdir: 'dist',
  write: false,
  bundle: true,
  platform: 'node',
  target: 'node20',
  legalComments: 'none',
  metafile: true,
};

/** The program: one CommonJS file, because Node 20 takes longer to load the same as ES modules. */
const program = {
  ...common,
  entryPoints: { cli: 'src/commands/main.ts' },
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  minify: true,
  define: { 'import.meta.url': '__filename' },
  plugins: [lazyRequires, unused],
};

/** What loads the program. */
const loader = {
  ...common,
  entryPoints: { compiled: 'src/io/compiled.ts' },
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
};

const library = { ...common, entryPoints: { index: 'src/index.ts' }, format: 'esm' };

/** What the step of the GitHub action runs. */
const action = { ...common, entryPoints: { action: 'src/action/main.ts' }, format: 'esm' };

/** The licences of everything that was bundled, as they ask for. */
async function notices(metafiles) {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap((output) => Object.keys(output.inputs)),
  );
  const folders = new Set(inputs.flatMap((path) => path.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? []));
  const texts = [...folders].sort().map(async (folder) => {
    const { name, version, license } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'));
    const file = (await readdir(folder)).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
    const text = file === undefined ? '' : `\n${(await readFile(`${folder}/${file}`, 'utf8')).trim()}\n`;
    return `${name} ${version} (${license})\n${text}`;
  });
  return (await Promise.all(texts)).join(`\n${'-'.repeat(80)}\n\n`);
}

const results = await Promise.all([program, loader, library, action].map(build));
const licenses = await notices(results.map(({ metafile }) => metafile));

// What was built before stays until all of this is bundled.
await rm('dist', { recursive: true, force: true });
await mkdir('dist');
const files = results.flatMap(({ outputFiles }) => outputFiles);
await Promise.all(files.map(({ path, contents }) => writeFile(path, contents)));
await writeFile('dist/third-party-licenses.txt', licenses);

/** What V8 makes of the program while it plans and prints, so that a Node with the same V8 need not do it again. */
const compile = `
  require('./dist/compiled.cjs').compileAhead(require.resolve('./dist/cli.cjs'), async ({ main }) => {
    for (const command of ['plan', 'check'])
      for (const format of ['table', 'json']) await main([command, 'bench/small.yml', '--format', format]);
    process.exitCode = 0;
  });`;
execFileSync(process.execPath, ['--eval', compile], { stdio: ['ignore', 'ignore', 'inherit'] });
