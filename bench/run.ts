import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { large, ordinary } from './files.ts';
import { medianReported, medianSeconds } from './measure.ts';
import { sizingSeconds } from './solver.ts';

const program = fileURLToPath(new URL('../bin/run.js', import.meta.url));
const smallFile = fileURLToPath(new URL('small.yml', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'connbudget-bench-'));

function file(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

const ms = (seconds: number) => `${Math.round(seconds * 1000)} ms`;
const ratio = (value: number) => value.toFixed(2);

function startUp(): void {
  const plan = [program, 'plan', smallFile];
  const [bare = 0, whole = 0] = medianSeconds([['-e', '0'], plan], 21);
  console.log(`start-up, 2 services: ${ms(whole)}, bare node ${ms(bare)}: ratio ${ratio(whole / bare)} (goal 2.00)`);
}

function largeFile(): void {
  const path = file('large.yml', large(100_000, 1_000));
  const yaml = fileURLToPath(import.meta.resolve('js-yaml'));
  const load = `
    import { readFileSync, writeSync } from 'node:fs';
    import { load } from ${JSON.stringify(yaml)};
    const text = readFileSync(${JSON.stringify(path)}, 'utf8');
    const start = performance.now();
    load(text);
    writeSync(3, String((performance.now() - start) / 1000));`;
  const memory = `
    const { writeSync } = require('node:fs');
    process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS / 1024)));`;

  const plan = [program, 'plan', path];
  const runs = [[program, 'plan', smallFile], plan, [program, 'recommend', path]];
  const [start = 0, whole = 0, advised = 0] = medianSeconds(runs, 3);
  const alone = medianReported([file('load.mjs', load)], 5);
  const mebibytes = medianReported(['--require', file('memory.cjs', memory), ...plan], 1);

  const size = `${(statSync(path).size / 1e6).toFixed(1)} MB`;
  console.log(`100,000 services on 1,000 databases, ${size}: ${ms(whole)}, js-yaml alone ${ms(alone)}:`);
  console.log(`  (whole run - start-up) / js-yaml: ratio ${ratio((whole - start) / alone)} (goal 2.50)`);
  console.log(`  recommend ${ms(advised)} / plan: ratio ${ratio(advised / whole)} (goal 3.00)`);
  console.log(`  peak memory ${Math.round(mebibytes)} MiB (goal 1024)`);
}

function manyFiles(): void {
  const paths = Array.from({ length: 200 }, (_, index) => file(join('many', `${index}.yml`), ordinary(index)));
  const check = (path: string) => [program, 'check', path];
  const [one = 0, all = 0] = medianSeconds([check(paths[0] ?? ''), check(join(folder, 'many'))], 9);
  console.log(`check of 200 files: ${ms(all)}, of one ${ms(one)}: ratio ${ratio(all / one)} (goal 3.00)`);
}

function fairSizes(): void {
  const { ours, solver, pools } = sizingSeconds();
  console.log(`fair sizes of ${pools} pools in 60 files: ${ms(ours)}, integer-programming solver ${ms(solver)}:`);
  console.log(`  solver / ours: ratio ${ratio(solver / ours)} (goal 100)`);
}

try {
  console.log(`node ${process.version}, medians of whole processes`);
  startUp();
  largeFile();
  manyFiles();
  fairSizes();
} finally {
  rmSync(folder, { recursive: true });
}
