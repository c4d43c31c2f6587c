/** An element with its attributes, the elements in it and its own text. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const tag = /<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Reads a small XML 1.0 document: elements, attributes, text and the five named entities. Throws for anything else. */
export function readXml(text: string): Element {
  if (!text.startsWith(declaration)) throw new Error('no XML declaration');
  const body = text.slice(declaration.length).trimEnd();
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(body)) throw new Error('a forbidden character');
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  let end = 0;
  for (const [whole, closing, name = '', attributes = '', empty, content] of body.matchAll(tag)) {
    end += whole.length;
    const parent = open.at(-1);
    if (parent === undefined) throw new Error('more is closed than open');
    if (content !== undefined) parent.text += decoded(content);
    else if (closing) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes another element`);
    } else {
      const element = { name, attributes: readAttributes(attributes), children: [], text: '' };
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  const [element, ...more] = root.children;
  if (end !== body.length) throw new Error(`not XML: ${body.slice(end, end + 40)}`);
  if (element === undefined || more.length > 0 || open.length !== 1) throw new Error('not one element');
  return element;
}

function readAttributes(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, decoded(value)]);
  return Object.fromEntries(pairs);
}

function decoded(text: string): string {
  if (/]]>/.test(text)) throw new Error(']]> in text');
  return text.replace(/&([a-z]*);?/g, (entity, name: string) => {
    const character = entity.endsWith(';') ? entities[name] : undefined;
    if (character === undefined) throw new Error(`no entity: ${entity}`);
    return character;
  });
}
