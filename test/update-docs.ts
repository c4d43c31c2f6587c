/** Writes the generated parts of the README. Run by `npm run docs`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { withRuleTable } from '../src/report/rules-table.ts';
import { rules } from '../src/rules/index.ts';

const readme = new URL('../README.md', import.meta.url);
writeFileSync(readme, withRuleTable(readFileSync(readme, 'utf8'), rules));
