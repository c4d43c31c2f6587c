import { placeOf } from '../../../src/report/text/explain/place.ts';
import type { From, Piece, StatedNumber, Statement } from '../../../src/report/text/explain/statement.ts';

/** A printed equation: the number before ` = `, and what the rest comes to. */
export interface Equation {
  readonly line: string;
  readonly left: number;
  readonly right: number;
}

/** The equations among printed lines. `places`: texts in parentheses that are no part of them. */
export function equationsIn(lines: readonly string[], places: readonly string[]): Equation[] {
  const longest = [...new Set(places)].sort((a, b) => b.length - a.length);
  return lines.flatMap((line) => {
    const bare = longest.reduce((text, place) => text.replaceAll(` (${place})`, ''), line);
    const [left, right, ...more] = bare.split(' = ');
    if (right === undefined) return [];
    if (left === undefined || more.length > 0) throw new Error(`not one equation: ${line}`);
    const numbers = tokensOf(left.split(': ').at(-1) ?? '').filter((token) => typeof token === 'number');
    if (numbers.length !== 1) throw new Error(`not one number before the sign: ${line}`);
    return [{ line, left: numbers[0] as number, right: evaluate(tokensOf(right.split(': ')[0] ?? '')) }];
  });
}

type Token = number | string;

/** Numbers, operators and functions of an expression; words are left out. Seconds in microseconds, percentages as shares. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const word of text.split(/\s+/)) {
    const [, open = '', body = '', close = ''] = /^((?:(?:ceil|floor|min|max)?\()*)(.*?)([),]*)$/.exec(word) ?? [];
    tokens.push(...(open.match(/\w*\(/g) ?? []));
    const number = /^(\d+(?:\.\d+)?)([%s]?)$/.exec(body);
    if (body === 'unlimited') tokens.push(Infinity);
    else if (number) tokens.push(scaled(Number(number[1]), number[2]));
    else if (/^[-+x/]$/.test(body)) tokens.push(body);
    tokens.push(...close);
  }
  return tokens;
}

function scaled(value: number, unit: string | undefined): number {
  if (unit === '%') return value / 100;
  return unit === 's' ? Math.round(value * 1e6) : value;
}

/** The value of an expression with the usual precedence; nothing of what is unlimited is nothing. */
function evaluate(tokens: readonly Token[]): number {
  let at = 0;
  const sum = (): number => {
    let value = product();
    while (tokens[at] === '+' || tokens[at] === '-')
      value = tokens[at++] === '+' ? value + product() : value - product();
    return value;
  };
  const product = (): number => {
    let value = atom();
    while (tokens[at] === 'x' || tokens[at] === '/') {
      const times = tokens[at++] === 'x';
      const next = atom();
      value = times ? (value === 0 || next === 0 ? 0 : value * next) : value / next;
    }
    return value;
  };
  const atom = (): number => {
    const token = tokens[at++];
    if (typeof token === 'number') return token;
    if (token === undefined || !token.endsWith('(')) throw new Error(`unexpected ${token} in ${tokens.join(' ')}`);
    const values = [sum()];
    while (tokens[at] === ',') {
      at++;
      values.push(sum());
    }
    if (tokens[at++] !== ')') throw new Error(`no end in ${tokens.join(' ')}`);
    return call(token, values);
  };
  const value = sum();
  if (at !== tokens.length) throw new Error(`more than an expression: ${tokens.join(' ')}`);
  return value;
}

const slip = 1e-9;

function call(name: string, values: readonly number[]): number {
  const [value = 0] = values;
  if (name === 'ceil(') return Math.ceil(value - slip);
  if (name === 'floor(') return Math.floor(value + slip);
  if (name === 'min(') return Math.min(...values);
  return name === 'max(' ? Math.max(...values) : value;
}

/** All statements of a tree, the outer ones first. */
export const allOf = (statements: readonly Statement[]): Statement[] =>
  statements.flatMap((statement) => [statement, ...allOf(statement.because)]);

export const isFigure = (piece: Piece): piece is StatedNumber => typeof piece === 'object' && 'value' in piece;

/** Everything with a place in some statements. */
export const sourcesIn = (statements: readonly Statement[]): From[] =>
  allOf(statements).flatMap(({ says }) =>
    says.flatMap((piece) => (typeof piece === 'object' && piece.from !== undefined ? [piece.from] : [])),
  );

/** The text in the parentheses of every place. */
export const placesIn = (statements: readonly Statement[]): string[] => sourcesIn(statements).map(placeOf);

/** Numbers that stand in an equation without a place, and that no statement near by derives or places. */
export function underived(statements: readonly Statement[], around: readonly Statement[] = []): string[] {
  const near = [...around, ...statements];
  return statements.flatMap((statement) => {
    const known = new Set(allOf(near).flatMap((each) => (each === statement ? [] : provided(each))));
    const text = statement.says.map((piece) => (typeof piece === 'string' ? piece : '#')).join('');
    const missing = rightSide(statement).filter(({ value, from }) => from === undefined && !known.has(value));
    return [...missing.map(({ value }) => `${value} in ${text}`), ...underived(statement.because, near)];
  });
}

/** The numbers that a statement gives: its addend, the left side of its equation, and those with a place. */
function provided({ addend, says }: Statement): number[] {
  const [first] = says.filter(isFigure);
  const placed = says.filter(isFigure).filter(({ from }) => from !== undefined);
  return [...(addend ? [addend.amount] : []), ...(first ? [first.value] : []), ...placed.map(({ value }) => value)];
}

function rightSide({ says }: Statement): StatedNumber[] {
  const sign = says.findIndex((piece) => typeof piece === 'string' && /(^| )= /.test(piece));
  return sign === -1 ? [] : says.slice(sign).filter(isFigure);
}
