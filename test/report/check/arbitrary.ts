import fc from 'fast-check';
import { plainPath } from '../../../src/documents/check/place.ts';
import type { CheckDocument } from '../../../src/documents/check/types.ts';
import type { Finding } from '../../../src/findings/types.ts';
import { rules } from '../../../src/index.ts';
import { finding, sketch } from '../plans.ts';
import { sketchCheck } from './sketch.ts';

const telling = [
  ...[
    '\n',
    '\r',
    '\u0000',
    '\u001b[31m',
    '\u009b',
    '\u202e',
    '\u2028',
    '\ud800',
    '\udfff',
    '\ufffe',
    '\uffff',
    '\u{e0041}',
  ],
  ...['::error::', '::stop-commands::t', '::add-mask::', '::', ':', '##[add-mask]x', '##[group]', '#', '[', ']'],
  ...['%', '%0A', '%3A', '%25', ',', '=', ';', ' ', '\t', '\\', '/', '../', './', '{0}', '{', '](', '"', "'"],
  ...[']]>', '<!--', '-->', '<![CDATA[', '<script>', '</testcase>', '<?', '&amp;', '&#0;', '&', '|', '`'],
];

/** Text that would do something somewhere if it got through as it is. */
export const hostile: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...telling), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 8 })
  .map((parts) => parts.join(''));

const place = { line: fc.integer({ min: 1, max: 9999 }), column: fc.integer({ min: 1, max: 99 }) };
const path = hostile.map((text) => `${text}.yml`);

/** A finding with such text everywhere that text can be. */
const findings: fc.Arbitrary<Finding> = fc
  .record({
    rule: fc.constantFrom(...rules.map(({ id }) => id)),
    severity: fc.constantFrom('error', 'warning', 'info'),
    on: hostile,
    message: hostile.map((text) => `message ${text}`),
    why: hostile,
    remedy: hostile,
    acceptedBy: fc.constantFrom(null, null, 'policy', 'baseline'),
    acceptedFor: fc.option(hostile),
    change: fc.constantFrom(null, 'new', 'worse', 'unchanged'),
    before: fc.constantFrom(null, []),
    location: fc.option(fc.record({ path, ...place })),
  })
  .map((part) => finding(part));

const document = fc
  .record({
    path,
    findings: fc.uniqueArray(findings, { selector: ({ rule, on }) => `${rule} ${on}`, maxLength: 6 }),
  })
  .map((parts) => sketch({ ...parts, databases: [{ name: 'main', max: 100 }], services: [] }));

const unjudged = fc.record({
  path,
  problems: fc.array(
    fc.record({
      message: hostile.map((text) => `message ${text}`),
      hint: fc.option(hostile),
      location: fc.option(fc.record({ path, ...place })),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

const stale = fc.record({ file: path, rule: hostile, on: hostile, line: place.line });

/** The result of a gate, hostile all through. No two files have one path, and no two entries of a baseline are alike. */
export const anyCheck: fc.Arbitrary<CheckDocument> = fc
  .record({
    files: fc.uniqueArray(document, { selector: ({ topology }) => plainPath(topology), maxLength: 3 }),
    unjudged: fc.uniqueArray(unjudged, { selector: ({ path }) => plainPath(path), maxLength: 2 }),
    failOn: fc.constantFrom(null, 'error', 'warning'),
    baseline: fc.option(
      fc.record({
        path,
        stale: fc.uniqueArray(stale, {
          selector: ({ file, rule, on }) => JSON.stringify([file, rule, on]),
          maxLength: 3,
        }),
      }),
    ),
  })
  .filter(({ files, unjudged }) => files.length + unjudged.length > 0)
  .map(({ files, unjudged, failOn, baseline }) => sketchCheck(files, { unjudged, fail_on: failOn, baseline }));
