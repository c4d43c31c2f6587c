import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  jsonText,
  markdown,
  markdownCode,
  sarifText,
  visible,
  workflowData,
  workflowProperty,
  xml,
} from '../../src/report/sanitize.ts';

const anything = fc.string({ unit: 'binary' });
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

describe('visible', () => {
  test.each([
    ['web-1', 'web-1'],
    ['a\nb\tc', 'a\\nb\\tc'],
    ['\u001b[31mred', '\\x1b[31mred'],
    ['\u009b31m', '\\x9b31m'],
    ['user\u202etxt.exe', 'user\\u{202e}txt.exe'],
    ['\u{e0041}', '\\u{e0041}'],
    ['日本 é', '日本 é'],
    ['##[add-mask]100', '#\\x23[add-mask]100'],
    ['::stop-commands::x', ':\\x3astop-commands::x'],
    ['::error file=a:b,line=1::x', ':\\x3aerror file=a:b,line=1::x'],
    ['Sidekiq::Worker', 'Sidekiq::Worker'],
  ])('%j', (text, expected) => {
    expect(visible(text)).toBe(expected);
  });

  test('nothing invisible is left of anything', () => {
    fc.assert(fc.property(anything, (text) => !invisible.test(visible(text))));
  });
});

describe('markdown', () => {
  test.each([
    ['max_connections is 97', 'max_connections is 97'],
    ['a | b', 'a \\| b'],
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['`code` *b* _i_ ~s~ $m$', '\\`code\\` \\*b\\* \\_i\\_ \\~s\\~ \\$m\\$'],
    ['[x](javascript:1) ![y](z)', '\\[x\\](javascript:1) \\!\\[y\\](z)'],
    ['thanks @everyone, see #1', 'thanks @&#8203;everyone, see #&#8203;1'],
    ['https://example.org www.example.org', 'https\\://example.org www\\.example.org'],
    ['one\n\n# two', 'one\\\\n\\\\n#&#8203; two'],
    ['&lt;', '&amp;lt;'],
  ])('%j', (text, expected) => {
    expect(markdown(text)).toBe(expected);
  });

  test('code is code, whatever it holds', () => {
    expect(markdownCode('services.web')).toBe('`services.web`');
    expect(markdownCode('a`|b')).toBe('<code>a\\`\\|b</code>');
    expect(markdownCode(' ')).toBe('<code> </code>');
    expect(markdownCode('@team')).toBe('<code>@&#8203;team</code>');
  });
});

test('JSON keeps its value, and shows nothing invisible and no command', () => {
  const parts = fc.oneof(anything, fc.constantFrom('##[', '#', '##', '[error]'));
  fc.assert(
    fc.property(fc.array(parts), (texts) => {
      const text = texts.join('');
      const json = jsonText(JSON.stringify(text));
      return JSON.parse(json) === text && !invisible.test(json) && !json.includes('##[');
    }),
  );
});

test.each([
  ['100% a\n::error::b', '100%25 a\\n:\\x3aerror::b', '100%25 a\\n%3A\\x3aerror%3A%3Ab'],
  ['%0A, c', '%250A, c', '%250A%2C c'],
])('%j in a workflow command', (text, data, property) => {
  expect([workflowData(text), workflowProperty(text)]).toEqual([data, property]);
});

test.each([
  ['<a b="c">&\'', '&lt;a b=&quot;c&quot;&gt;&amp;&apos;'],
  [']]>', ']]&gt;'],
  ['\u0000\t\ud800\uffff', '\\x00\\t\\u{d800}\\u{ffff}'],
])('%j in XML', (text, expected) => {
  expect(xml(text)).toBe(expected);
});

test('a SARIF message has no placeholder and no link of its own', () => {
  expect(sarifText('{0} [a](http://e.org) policy.accept[0]')).toBe('{{0}} [a] (http://e.org) policy.accept[0]');
});
