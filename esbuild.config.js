import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
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

const common = {
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  legalComments: 'none',
  metafile: true,
};

/** The program: one CommonJS file, because Node 20 takes longer to load the same as ES modules. */
const program = {
  ...common,
  entryPoints: { cli: 'src/commands/index.ts' },
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  minify: true,
  plugins: [lazyRequires],
  external: ['typescript'],
};

const library = { ...common, entryPoints: { index: 'src/index.ts' }, format: 'esm' };

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

await rm('dist', { recursive: true, force: true });
const results = await Promise.all([program, library].map(build));
await writeFile('dist/third-party-licenses.txt', await notices(results.map(({ metafile }) => metafile)));
