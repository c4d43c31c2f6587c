/** What kept a file from being used. */
export interface FileFailure {
  /** The file, or a name that stands for none. */
  readonly path: string;
  readonly error: unknown;
}

/** Some files could not be used. `sources`: the texts of those that could be read, by path. */
export class FileFailures extends Error {
  override readonly name = 'FileFailures';
  readonly errors: readonly unknown[];
  readonly sources: ReadonlyMap<string, string>;

  constructor(errors: readonly unknown[], sources: ReadonlyMap<string, string>) {
    super(`${errors.length} files could not be used`);
    this.errors = errors;
    this.sources = sources;
  }
}
