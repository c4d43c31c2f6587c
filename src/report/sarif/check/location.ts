import type { ReportedPlace } from '../../../documents/check/place.ts';
import { visible } from '../../sanitize.ts';

/** A place as SARIF has it; without a region where all of the file is meant. */
export function physicalLocation({ path, line, column }: ReportedPlace) {
  const region = line === null ? null : { startLine: line, ...(column === null ? {} : { startColumn: column }) };
  return { artifactLocation: { uri: uriOf(path) }, ...(region === null ? {} : { region }) };
}

/** The path as a URI: relative where the path is, `file:` where it begins at a root. */
function uriOf(path: string): string {
  const [, drive = '', rest = ''] = /^([A-Za-z]:(?=\/))?(.*)$/s.exec(path) ?? [];
  const encoded = visible(rest).split('/').map(encodeURIComponent).join('/');
  return rest.startsWith('/') ? `file://${drive === '' ? '' : `/${drive}`}${encoded}` : encoded;
}
