import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';

/** A node of the syntax tree. */
interface Node {
  readonly type?: string;
  readonly [key: string]: unknown;
}

/** A piece of text of two words or more that a program can say; what stands in for a value parts it. */
export interface Phrase {
  /** The program, from the folder. */
  readonly file: string;
  readonly phrase: string;
}

/** Every phrase of the programs in a folder. */
export function phrasesOf(folder: string): Phrase[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return files.flatMap((file) =>
    phrasesIn(readFileSync(join(folder, file), 'utf8')).map((phrase) => ({ file, phrase })),
  );
}

function phrasesIn(program: string): string[] {
  const phrases: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type = '', value, cooked, test, ...rest } = node as Node;
    if (type === 'TsLiteralType') return;
    if (type === 'StringLiteral') phrases.push(`${value}`);
    else if (type === 'TemplateElement') phrases.push(`${cooked}`);
    else for (const part of [value, type !== 'SwitchCase' && test, ...Object.values(rest)]) visit(part);
  };
  visit(parseSync(program, { syntax: 'typescript', target: 'es2022' }).body);
  return phrases
    .flatMap((phrase) => phrase.split('$1'))
    .map(oneLine)
    .filter(isPhrase);
}

/** The same text, however it was broken into lines. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const isPhrase = (text: string): boolean => /[a-z]{2,} [a-z]|[a-z] [a-z]{2,}/i.test(text);
