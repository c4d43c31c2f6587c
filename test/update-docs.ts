/** Writes the generated parts of the README. Run by `npm run docs`, after a build. */
import { readFileSync, writeFileSync } from 'node:fs';
import { withGenerated } from './readme/generated.ts';

writeFileSync('README.md', withGenerated(readFileSync('README.md', 'utf8')));
