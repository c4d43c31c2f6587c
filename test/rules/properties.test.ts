import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Finding } from '../../src/findings/types.ts';
import { findingsOf } from './findings-of.ts';
import { topologyFiles } from './topology-files.ts';

const check = (property: fc.IProperty<[string]>) => fc.assert(property, { numRuns: 300 });

/** Settings that remedies recommend in these words, as changes to the file. */
const settings: readonly (readonly [RegExp, (found: readonly string[], finding: Finding) => string])[] = [
  [
    /(?:fits: |of these fits: )pool (\d+) instead of \w+ for (\w+)[;.]/,
    ([, size, name]) => `services.${name}.pool=${size}`,
  ],
  [/max_connections (\d+) instead of \d+ on (\w+)/, ([, limit, name]) => `databases.${name}.max_connections=${limit}`],
  [/policy\.concurrent_deploys (\d+)/, ([, count]) => `policy.concurrent_deploys=${count}`],
  [/max_surge (\d+) instead of \S+ for (\w+)/, ([, surge, name]) => `services.${name}.deploy.max_surge=${surge}`],
  [/deploy: recreate for (\w+)/, ([, name]) => `services.${name}.deploy=recreate`],
  [/CONNECTION LIMIT (\d+) covers/, ([, limit], { on }) => `${on}=${limit}`],
  [
    /max_client_conn (\d+) instead of \d+ on (\w+) lets/,
    ([, limit, name]) => `poolers.${name}.max_client_conn=${limit}`,
  ],
  [/default_pool_size (\d+) instead of/, ([, size], { on }) => `${on}.default_pool_size=${size}`],
  [/or threads (\d+) instead of/, ([, threads], { on }) => `${on.replace(/\.pools.*/, '')}.threads=${threads}`],
];

describe('whatever the topology', () => {
  test('there is at most one finding of a rule at a place, and its texts are whole', () => {
    check(
      fc.property(topologyFiles, (file) => {
        const findings = findingsOf(file);
        const places = findings.map(({ rule, on }) => `${rule} ${on}`);
        expect(places).toEqual([...new Set(places)]);
        for (const { message, remedy } of findings) {
          expect(`${message} ${remedy}`).not.toMatch(/undefined|NaN|Infinity|null|\s{2}|-\d+ too many/);
          expect(remedy).toMatch(/\S\.$/);
        }
      }),
    );
  });

  test('a setting that a remedy recommends works', () => {
    check(
      fc.property(topologyFiles, (file) => {
        for (const finding of findingsOf(file)) {
          for (const [words, toSet] of settings) {
            const found = words.exec(finding.remedy);
            if (found === null) continue;
            const set = toSet(found, finding);
            const left = findingsOf(file, [set]).filter(
              ({ rule, on, severity }) => rule === finding.rule && on === finding.on && severity === finding.severity,
            );
            expect({ remedy: finding.remedy, set, left }).toEqual({ remedy: finding.remedy, set, left: [] });
          }
        }
      }),
    );
  });
});
