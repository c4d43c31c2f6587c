/** A deterministic source of whole numbers from 0 to below `limit` (mulberry32). */
function randomFrom(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

type Random = (limit: number) => number;

/** Words, numbers, punctuation and white space of a text, in order. */
const tokensOf = (text: string): string[] => text.match(/[\w.%/-]+|\s+|[^\w\s]/g) ?? [];

const pick = <T>(random: Random, all: readonly T[]): T => all[random(all.length)] as T;

const numbers = [
  ...['0', '-1', '-0', '1e309', '1e3', '0x7fffffff', '.inf', '.nan', '1000000', '1000001', '9007199254740993'],
  ...['99999999999999999999999999', '-99999999999999999999', '3.5', '0.0000001', '007', '1_000', '100%', '1000%'],
];

const hostileWords = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '"__proto__"', 'null', '~', 'true'],
  ...[
    '"\\u001b[31mred"',
    '"\\n::error file=x::pwned"',
    '::set-output name=a::b',
    '"\\u202Ebidi"',
    '"\\0"',
    '"\\uD800"',
  ],
  ...[
    '\u001b[2J',
    '\u0000',
    '\u0085',
    '\u2028',
    '\u202e',
    '\ufffd',
    '\ufeff',
    '\t',
    '<script>',
    '| rm',
    '&a',
    '*a',
    '*b',
  ],
  ...['<<: *a', '!!binary', '!!js/function', '!!set', '? ', '- ', '---', '...', '%YAML 1.1', '|', '>-', '#', "'", '"'],
  ...['{', '}', '[', ']', ',', ':', '@', '`', 'x-', '💥', 'ø', '2026-02-30', '25%', '10s', 'unlimited', 'all'],
];

const nested = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth);

function bomb(random: Random): string {
  const levels = 2 + random(30);
  const width = 2 + random(9);
  const lines = ['x-bomb-0: &b0 { nodes: 1, pool: 1 }'];
  for (let level = 1; level <= levels; level++) {
    const items = Array.from({ length: width }, (_, index) => `k${index}: *b${level - 1}`);
    lines.push(`x-bomb-${level}: &b${level} { ${items.join(', ')} }`);
  }
  return `${lines.join('\n')}\nservices: *b${random(levels + 1)}\n`;
}

type Mutation = (tokens: string[], random: Random) => void;

/** Puts something in the place of one token that is more than white space. */
const instead =
  (make: (random: Random) => string): Mutation =>
  (tokens, random) => {
    const words = tokens.flatMap((token, index) => (token.trim() === '' ? [] : [index]));
    tokens[pick(random, words)] = make(random);
  };

const mutations: readonly Mutation[] = [
  (tokens, random) => void tokens.splice(random(tokens.length), 1 + random(3)),
  (tokens, random) => {
    const start = random(tokens.length);
    tokens.splice(random(tokens.length), 0, ...tokens.slice(start, start + 1 + random(12)));
  },
  (tokens, random) => {
    const [one, other] = [random(tokens.length), random(tokens.length)];
    [tokens[one], tokens[other]] = [tokens[other] ?? '', tokens[one] ?? ''];
  },
  (tokens, random) => {
    const digits = tokens.flatMap((token, index) => (/^\d/.test(token) ? [index] : []));
    if (digits.length > 0) tokens[pick(random, digits)] = pick(random, numbers);
  },
  instead((random) => pick(random, numbers)),
  instead((random) => pick(random, hostileWords)),
  instead((random) => pick(random, [nested('[', ']', 1 + random(200)), nested('{ a: ', '}', 1 + random(200))])),
  instead((random) => String.fromCharCode(...Array.from({ length: 1 + random(40) }, () => random(0x10000)))),
  instead((random) => 'x'.repeat(1 << random(16))),
  (tokens, random) => void tokens.splice(random(tokens.length), 0, pick(random, hostileWords)),
  (tokens, random) => void tokens.splice(random(tokens.length)),
  (tokens, random) => {
    if (random(4) === 0) tokens.push('\n', bomb(random));
  },
  (tokens, random) => {
    const from = random(tokens.length);
    const line = tokens.slice(from).findIndex((token) => token.includes('\n'));
    tokens.splice(from, 0, ...Array.from({ length: random(50) }, () => tokens.slice(from, from + line + 1)).flat());
  },
];

/** A text with one to four mutations; the same seed and text always give the same. */
export function mutate(seed: number, text: string): string {
  const random = randomFrom(seed);
  const tokens = tokensOf(text);
  for (let left = 1 + random(4); left > 0 && tokens.some((token) => token.trim() !== ''); left--) {
    pick(random, mutations)(tokens, random);
  }
  return tokens.join('');
}
