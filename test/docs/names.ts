import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';

const isPath = /^(src|test|fixtures|docs|bench|bin)\/[\w./<>-]*$/;
const isType = /^[A-Z][a-z]\w*$/;
const isCall = /^([a-z]\w*)\(\)$/;

/** Every name that a page speaks of in code: paths of the project (`<rule>` stands for any name), types, and functions as `name()`. */
export function namesIn(page: string): {
  readonly paths: string[];
  readonly types: string[];
  readonly calls: string[];
} {
  const spans = [...page.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
  return {
    paths: spans.filter((code) => isPath.test(code)),
    types: spans.filter((code) => isType.test(code)),
    calls: spans.flatMap((code) => isCall.exec(code)?.[1] ?? []),
  };
}

/** The names of a page that the project does not have, or that stand for more than one thing in it. */
export function wrongNamesIn(page: string): string[] {
  const { paths, types, calls } = namesIn(page);
  const declared = declarations();
  const isAmbiguous = (name: string) => declared.filter((each) => each === name).length !== 1;
  return [
    ...paths.filter((path) => globSync(path.replace(/<\w+>/g, '*'), { onlyFiles: false }).length === 0),
    ...types.filter(isAmbiguous),
    ...calls.filter((name) => !declared.includes(name)),
  ];
}

/** Every type, class, function and constant declared at the top of a file in src/, but for the classes of commands. */
function declarations(): string[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const declaration = /^(?:export )?(?:abstract )?(?:async )?(?:interface|type|class|function\*?|const) (\w+)/gm;
  return files.flatMap((file) =>
    [...readFileSync(join('src', file), 'utf8').matchAll(declaration)].map(([, name = '']) => name),
  );
}
