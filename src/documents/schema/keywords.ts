/** A JSON Schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

/** An object with exactly these keys, all of them always there. The type argument makes a forgotten key a compile error. */
export function object<T>(description: string, properties: { readonly [K in keyof T]-?: Schema }): Schema {
  return { type: 'object', description, properties, required: Object.keys(properties), additionalProperties: false };
}

/** A list of alike items. */
export const list = (description: string, items: Schema): Schema => ({ type: 'array', description, items });

export const text = (description: string): Schema => ({ type: 'string', description });

export const flag = (description: string): Schema => ({ type: 'boolean', description });

/** A whole number, `minimum` or more. */
export const count = (description: string, minimum = 0): Schema => ({ type: 'integer', description, minimum });

/** A whole number of either sign. */
export const integer = (description: string): Schema => ({ type: 'integer', description });

export const ratio = (description: string, minimum: number, maximum?: number): Schema => ({
  type: 'number',
  description,
  minimum,
  ...(maximum === undefined ? {} : { maximum }),
});

/** One of these words. */
export const word = (description: string, words: readonly string[]): Schema => ({ description, enum: words });

/** The same, or null. */
export function nullable(schema: Schema): Schema {
  const { description, ...rest } = schema;
  return { description, anyOf: [rest, { type: 'null' }] };
}

/** `schema_version` of a document. */
export const version: Schema = {
  const: 1,
  description: 'Within a version keys are added, never renamed or removed.',
};

export const verdict = (description: string): Schema => word(description, ['pass', 'fail']);

/** The schema of a whole document, as it is published. */
export const published = (title: string, schema: Schema): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title,
  ...schema,
});
