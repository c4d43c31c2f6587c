/** What means something inside a string of a format that passes through another one first: ERB, Elixir, shells, Go templates. */
const opening = /<(?=%)|[#$](?=\{)|\{(?=\{)|[\u2028\u2029]/g;

/**
 * A string in double quotes that JSON, YAML, JavaScript, Python, Go, Elixir and PromQL read alike, and that no template
 * looks into. For one line without control characters, which is what the texts of a topology are.
 */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(
    opening,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A string in YAML, in single quotes where they can hold it: easier to read where there are double quotes in it. */
export const yamlText = (text: string): string =>
  /[\u2028\u2029]/.test(text) ? quoted(text) : `'${text.replaceAll("'", "''")}'`;
