import { placeOf } from '../../../documents/check/place.ts';
import type { CheckDocument } from '../../../documents/check/types.ts';
import { sarifText } from '../../sanitize.ts';
import { problemLines, unjudgedId } from '../../sentences/gate.ts';
import { physicalLocation } from './location.ts';

/** What these notifications are about. */
export const unjudgedDescriptor = {
  id: unjudgedId,
  shortDescription: { text: 'A file cannot be judged.' },
  fullDescription: { text: 'As long as it cannot be read as a topology, there is no verdict.' },
  defaultConfiguration: { level: 'error' },
};

/** What kept files from being judged. `index`: where the descriptor stands. */
export function unjudgedNotifications({ unjudged }: CheckDocument, index: number) {
  return unjudged.flatMap(({ path, problems }) =>
    problems.map((problem) => ({
      descriptor: { id: unjudgedId, index },
      level: 'error',
      message: { text: problemLines(problem).map(sarifText).join('\n') },
      locations: [{ physicalLocation: physicalLocation(placeOf(path, problem.location)) }],
    })),
  );
}
