import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { validateXML } from 'xmllint-wasm';

const file = (name: string): string =>
  readFileSync(new URL(`../../../fixtures/schemas/${name}`, import.meta.url), 'utf8');

const character = "(?:[\\w.~!$&'()*+,;=:@/?#[\\]-]|%[0-9A-F]{2})";
const formats = {
  uri: new RegExp(`^[A-Za-z][A-Za-z0-9+.-]*:${character}+$`),
  'uri-reference': new RegExp(`^(?:[A-Za-z][A-Za-z0-9+.-]*:/|(?![^/?#]*:))${character}*$`),
  'date-time': true,
} as const;

/** What is wrong with a document by its schema; empty: nothing. */
function validator(schema: object): (document: unknown) => string[] {
  const validate = new Ajv({ formats, strictTypes: false, unicodeRegExp: false, allErrors: true }).compile(schema);
  return (document) => {
    validate(document);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}

/** The schema is draft-04; without its name and `$schema` it says the same in draft-07. */
const { $schema: _, id: __, ...sarifSchema } = JSON.parse(file('sarif-2.1.0-rtm.5.json'));

export const sarifMistakes = validator(sarifSchema);
export const gitlabMistakes = validator(JSON.parse(file('gitlab-code-quality.json')));

/** What is wrong with JUnit reports by the schema of Jenkins. */
export async function junitMistakes(...reports: readonly string[]): Promise<readonly string[]> {
  const xml = reports.map((contents, index) => ({ fileName: `${index}.xml`, contents }));
  const { valid, errors } = await validateXML({ xml, schema: file('jenkins-junit.xsd') });
  return valid ? [] : errors.map(({ message }) => message);
}
