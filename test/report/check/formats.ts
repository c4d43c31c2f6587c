import { rules } from '../../../src/index.ts';
import { type CheckOptions, checkFormats } from '../../../src/report/check/index.ts';

/** How the formats for programs are called in the tests: with every rule there is. */
export const options: CheckOptions = { color: false, width: 80, all: false, quiet: false, rules, version: '1.2.3' };

export const github = await checkFormats.github();
export const sarif = await checkFormats.sarif();
export const junit = await checkFormats.junit();
export const gitlab = await checkFormats.gitlab();

export const table = await checkFormats.table();
export const markdown = await checkFormats.markdown();
export const json = await checkFormats.json();
