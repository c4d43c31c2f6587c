import type { DiffDocument } from '../../../documents/diff/types.ts';
import { plural } from '../../../words/figures.ts';
import { changedPlaces } from '../../sentences/changes.ts';
import { tellingCauses } from '../../sentences/effects.ts';
import { details } from '../blocks.ts';
import type { Block } from '../limit.ts';
import { placeBlock } from './places.ts';

const causesShown = 15;
const placesShown = 3;

/** What a change does to each database and pooler: the first few in sight, the others folded. */
export function changeBlocks(diff: DiffDocument, all: boolean): Block[] {
  const telling = tellingCauses(diff, all ? diff.causes.length : causesShown);
  const places = changedPlaces(diff).map((place) => placeBlock(place, diff, telling, all));
  const shown = all || places.length <= placesShown + 1 ? places : places.slice(0, placesShown);
  const rest = places.slice(shown.length);
  const title = `${plural(rest.length, 'more database or pooler', 'more databases and poolers')} that change`;
  return [
    ...shown.map((text) => ({ what: 'changed database or pooler', text })),
    ...(rest.length === 0 ? [] : [{ what: 'changed database or pooler', text: details(title, rest.join('\n\n')) }]),
  ];
}
