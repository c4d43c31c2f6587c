/** A comment of a pull request. */
export interface Comment {
  readonly id: number;
  readonly author: string;
  readonly body: string;
}

/** What a gate has to say in a pull request. */
export interface CommentText {
  /** Tells apart what is said of different files. */
  readonly key: string;
  /** Begins with a line that is the same as long as the verdict and all numbers are. */
  readonly markdown: string;
  /** False while the gate passes and the change alters no connection budget. */
  readonly isNews: boolean;
}

/** What to do about the comment of a pull request. */
export type Step =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'create'; readonly body: string }
  | { readonly kind: 'update'; readonly id: number; readonly body: string };

/** Characters: what a report leaves of a comment is more. */
const longestKey = 500;

/** Tells apart what is said of different files: their names, in any order, as text that can stand in an HTML comment. */
export function keyOf(files: readonly string[]): string {
  const names = [...new Set(files)].sort().map((name) => encodeURI(name).replaceAll('-', '%2D'));
  return names.join(' ').slice(0, longestKey);
}

/**
 * What to do so that one comment says what there is to say, and nobody is told twice. `author`: who comments; what
 * somebody else wrote is theirs, whatever it begins with.
 */
export function stepFor(comments: readonly Comment[], author: string, { key, markdown, isNews }: CommentText): Step {
  const mark = `<!-- connbudget for ${key} -->\n`;
  const body = `${mark}${markdown}`;
  const own = comments.find((comment) => comment.author === author && unix(comment.body).startsWith(mark));
  if (own === undefined) return isNews ? { kind: 'create', body } : { kind: 'nothing' };
  const opening = `${mark}${markdown.split('\n', 1)[0]}\n`;
  return unix(own.body).startsWith(opening) ? { kind: 'nothing' } : { kind: 'update', id: own.id, body };
}

/** GitHub may give line breaks back as it likes. */
const unix = (text: string): string => text.replaceAll('\r\n', '\n');
