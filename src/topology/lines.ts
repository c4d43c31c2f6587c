/** Turns an offset in a text into line and column, both from 1; columns in UTF-16 code units. */
export type LineFinder = (offset: number) => { readonly line: number; readonly column: number };

/** A line finder; the text is looked through at the first question only. Lines end as in YAML: \n, \r\n or \r. */
export function lineFinder(text: string): LineFinder {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  // Of the same length, so that offsets stay.
  const alike = text.replaceAll('\r\n', ' \n').replaceAll('\r', '\n');
  for (let end = alike.indexOf('\n'); end >= 0; end = alike.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}
