import Catalog from './catalog.ts';
import Check from './check.ts';
import Diff from './diff.ts';
import Explain from './explain.ts';
import Init from './init.ts';
import Plan from './plan.ts';
import Schema from './schema.ts';

/** All commands, by the name a person types. */
export const commands = {
  catalog: Catalog,
  check: Check,
  diff: Diff,
  explain: Explain,
  init: Init,
  plan: Plan,
  schema: Schema,
};
