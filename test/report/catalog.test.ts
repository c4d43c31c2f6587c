import { describe, expect, test } from '@jest/globals';
import { clients } from '../../src/catalog/clients/index.ts';
import { engines } from '../../src/catalog/engines/index.ts';
import { platforms } from '../../src/catalog/platforms/index.ts';
import { poolers } from '../../src/catalog/poolers/index.ts';
import { providers } from '../../src/catalog/providers/index.ts';
import { clientEntry, clientSheet } from '../../src/report/text/catalog/clients.ts';
import { engineEntry, engineSheet } from '../../src/report/text/catalog/engines.ts';
import { platformEntry, platformSheet } from '../../src/report/text/catalog/platforms.ts';
import { poolerEntry, poolerSheet } from '../../src/report/text/catalog/poolers.ts';
import { providerEntry, providerSheet } from '../../src/report/text/catalog/providers.ts';
import { renderEntries, renderSheet } from '../../src/report/text/catalog/sheet.ts';

const entries = [
  ...Object.values(engines).map(engineEntry),
  ...providers.map(providerEntry),
  ...poolers.map(poolerEntry),
  ...clients.map(clientEntry),
  ...platforms.map(platformEntry),
];

const sheets = [
  ...Object.values(engines).map(engineSheet),
  ...providers.map(providerSheet),
  ...poolers.map(poolerSheet),
  ...clients.map(clientSheet),
  ...platforms.map(platformSheet),
];

const look = { color: false, width: 80 };
const holes = /\bundefined\b|\bNaN\b|\bInfinity\b|\[object/;

/** Lines that a terminal of 80 columns would break; addresses stay whole. */
const tooLong = (text: string) => text.split('\n').filter((line) => line.length > 80 && !/^ {6}\S/.test(line));

describe('everything in the catalog can be shown', () => {
  test('in lists', () => {
    const text = renderEntries(entries, look);
    expect(tooLong(text)).toEqual([]);
    expect(text).not.toMatch(holes);
  });

  test.each(sheets.map((sheet) => [sheet.title, sheet] as const))('%s', (_, sheet) => {
    const text = renderSheet(sheet, look);
    expect(tooLong(text)).toEqual([]);
    expect(text).not.toMatch(holes);
    expect(text).toMatch(/Sources\n {2}\[1\] \w+/);
    const cited = Array.from(text.matchAll(/ \[(\d+)\]$/gm), ([, number]) => Number(number));
    const listed = Array.from(text.matchAll(/^ {2}\[(\d+)\]/gm), ([, number]) => Number(number));
    expect([...new Set(cited)].sort((a, b) => a - b)).toEqual(listed);
  });
});
