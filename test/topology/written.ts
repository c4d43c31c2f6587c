import fc from 'fast-check';

/** A number's text, which knows what it is the number of. */
export interface Hole {
  readonly path: string;
  readonly text: string;
}

/** A topology file as people write them, with the knowledge where each size stands. */
export interface Written {
  /** The text, cut at its holes. */
  readonly parts: readonly (string | Hole)[];
  /** Every size, and whether it is one that only a person should change. */
  readonly sizes: readonly { readonly path: string; readonly isRefused: boolean }[];
}

/** The text, with other numbers in some of its holes. */
export function textOf({ parts }: Written, numbers: ReadonlyMap<string, number> = new Map()): string {
  return parts.map((part) => (typeof part === 'string' ? part : `${numbers.get(part.path) ?? part.text}`)).join('');
}

type Node = Word | Alias | Block;
type Block = readonly (readonly [key: string, value: Node, anchor?: string])[];

interface Word {
  readonly text: string;
  readonly path?: string;
  /** A tag or a block's header. */
  readonly before?: string;
}

interface Alias {
  readonly alias: string;
}

const isBlock = (node: Node): node is Block => Array.isArray(node);

/** Makes choices: values that fast-check generates and remembers. */
export type Choose = fc.GeneratorValue;

const upTo = (choose: Choose, most: number, least = 0): number => choose(fc.integer, { min: least, max: most });
const oneOf = <T>(choose: Choose, ...values: readonly T[]): T => values[upTo(choose, values.length - 1)] as T;
const chance = (choose: Choose, one: number): boolean => upTo(choose, one - 1) === 0;

/** Writes a topology: databases too small for what its services open, in any form that the file may have. */
export function writeTopology(choose: Choose): Written {
  const isJson = chance(choose, 8);
  const sizes: { path: string; isRefused: boolean }[] = [];
  const word = (path: string, text: string, isRefused = false): Word => {
    sizes.push({ path, isRefused });
    return { text, path };
  };
  const number = (path: string, isRefused = false) => word(path, `${upTo(choose, 60, 3)}`, isRefused);
  const tree: Block = [
    ...(isJson ? [] : shared),
    ...databaseOf(choose, word),
    ['services', Array.from({ length: upTo(choose, 5, 1) }, (_, index) => servicesOf(index)).flat()],
  ];

  function servicesOf(index: number): Block {
    const name = oneOf(choose, `web-${index}`, `team.job_${index}`);
    const own = (key: string) => `services.${name}.pools.${key}`;
    const size = `${own('default')}.size`;
    const nodes = (): Block[number] => ['nodes', { text: `${upTo(choose, 6, 1)}` }];
    const poolMap = (path: string): Block => [
      ['size', number(`${path}.size`)],
      ...(chance(choose, 2) ? [['overflow', number(`${path}.overflow`)] as const] : []),
      ...(chance(choose, 3) ? [['min', word(`${path}.min`, `${upTo(choose, 3)}`)] as const] : []),
    ];
    const plain: readonly (() => Block)[] = [
      () => [[name, [nodes(), ['pool', number(size)]]]],
      () => [[name, [nodes(), ['pool', word(size, isJson ? '"unlimited"' : oneOf(choose, ...unlimited))]]]],
      () => [[name, [['pool', poolMap(own('default'))], nodes()]]],
      () => [
        [
          name,
          [
            [
              'pools',
              [
                ['a', number(`${own('a')}.size`)],
                ['b.c', poolMap(own('b.c'))],
              ],
            ],
            nodes(),
          ],
        ],
      ],
    ];
    const borrowing = (keys: readonly string[], value: Node): Block => {
      for (const key of keys) sizes.push({ path: `${own('default')}.${key}`, isRefused: true });
      return [[name, value]];
    };
    const following = (value: Node): Block[number] => {
      sizes.push({ path: `services.after-${index}.pools.default.size`, isRefused: true });
      return [`after-${index}`, isBlock(value) ? value : [nodes(), ['pool', value]]];
    };
    const unusual: readonly (() => Block)[] = [
      () => borrowing(['size'], [nodes(), ['pool', { alias: 'size' }]]),
      () => borrowing(['size', 'overflow'], [nodes(), ['pool', { alias: 'pool' }]]),
      () => borrowing(['size'], [['<<', { alias: 'base' }], nodes()]),
      () => borrowing(['size'], { alias: 'base' }),
      () => borrowing(['size'], [nodes(), ['client', { text: 'hikaricp' }]]),
      () => borrowing(['size'], [nodes(), ['pool', { text: 'unlimited', before: '!!str ' }]]),
      () => [
        [
          name,
          [
            ['<<', { alias: 'base' }],
            ['pool', number(size)],
          ],
        ],
      ],
      () => [[name, [['<<', [['pool', number(size)]]], nodes()]]],
      () => [[name, [nodes(), ['pool', { ...number(size), before: '!!int ' }]]]],
      () => [[name, [nodes(), ['pool', number(size), `alone-${index}`]]]],
      () => [[name, [nodes(), ['pool', number(size, true), `first-${index}`]]], following({ alias: `first-${index}` })],
      () => [
        [name, [nodes(), ['pool', number(size, true)]], `all-${index}`],
        following([['<<', { alias: `all-${index}` }]]),
      ],
      () => [
        [name, [nodes(), ['pool', number(size)]], `base-${index}`],
        [
          `after-${index}`,
          [
            ['<<', { alias: `base-${index}` }],
            ['pool', number(`services.after-${index}.pools.default.size`)],
          ],
        ],
      ],
    ];
    return oneOf(choose, ...plain, ...(isJson ? [] : unusual))();
  }

  const lead = isJson ? '' : oneOf(choose, '', '', '# sizes: see below\n\n', '---\n', '%YAML 1.2\n--- # one\n');
  const parts = isJson ? flow(choose, tree, '', true) : [lead, ...block(choose, tree, '')];
  const end = oneOf(choose, '\n', '\r\n');
  const mark = oneOf(choose, '', '\uFEFF');
  const printed = parts.map((part) => (typeof part === 'string' ? part.replaceAll('\n', end) : part));
  return { parts: [mark, ...printed], sizes };
}

const unlimited = ['unlimited', '"unlimited"', "'unlimited'"];

/** What services take their sizes from. */
const shared: Block = [
  ['x-size', { text: '40' }, 'size'],
  [
    'x-pool',
    [
      ['size', { text: '31' }],
      ['overflow', { text: '9' }],
    ],
    'pool',
  ],
  [
    'x-base',
    [
      ['nodes', { text: '3' }],
      ['pool', { text: '17' }],
    ],
    'base',
  ],
];

function databaseOf(choose: Choose, word: (path: string, text: string) => Word): Block {
  const main = oneOf(choose, 'main', 'database');
  const path = `databases.${main}.max_connections`;
  const limits: Block = [
    ['max_connections', word(path, `${upTo(choose, 300, 100)}`)],
    ['version', { text: '16' }],
  ];
  return main === 'database' && chance(choose, 2) ? [['database', limits]] : [['databases', [[main, limits]]]];
}

type Parts = (string | Hole)[];

const comments = ['', '', '', ' # pool: 5', '\t# 20', '  # see &pool, *base: "quoted"'];

/** A map over several lines. */
function block(choose: Choose, entries: Block, indent: string): Parts {
  return entries.flatMap(([key, value, anchor]) => {
    const before = oneOf(choose, '', '', '', '\n', `${indent}# ${key}: 12\n`, ' \n\n');
    const name = key === '<<' ? key : oneOf(choose, key, key, `"${key}"`, `'${key}'`);
    const head = `${before}${indent}${name}${oneOf(choose, '', '', ' ')}:`;
    const mark = anchor === undefined ? '' : ` &${anchor}`;
    const after = `${oneOf(choose, ...comments)}\n`;
    if (!isBlock(value)) return [head, mark, oneOf(choose, ' ', ' ', '   '), ...wordOrAlias(value), after];
    if (chance(choose, 3)) return [head, mark, ' ', ...flow(choose, value, `${indent} `, false), after];
    return [head, mark, after, ...block(choose, value, indent + ' '.repeat(upTo(choose, 4, 1)))];
  });
}

/** A map in braces, over one line or several. */
function flow(choose: Choose, entries: Block, indent: string, isJson: boolean): Parts {
  const space = oneOf(choose, ' ', `\n${indent}`, isJson ? '' : ` # { pool: 3 }\n${indent}  `);
  const items = entries.map(([key, value, anchor]): Parts => {
    const name = isJson ? `"${key}"` : key === '<<' ? key : oneOf(choose, key, `"${key}"`);
    const mark = anchor === undefined ? '' : `&${anchor} `;
    const inner = isBlock(value) ? flow(choose, value, `${indent}  `, isJson) : wordOrAlias(value);
    return [name, oneOf(choose, ': ', ':  '), mark, ...inner];
  });
  const joined = items.flatMap((item, index) => (index === 0 ? item : [`,${space}`, ...item]));
  return ['{', space, ...joined, isJson ? '' : oneOf(choose, '', ','), space, '}'];
}

function wordOrAlias(node: Word | Alias): Parts {
  if ('alias' in node) return [`*${node.alias} `];
  const { text, path, before = '' } = node;
  return [before, path === undefined ? text : { path, text }];
}
