import Catalog from './catalog.ts';
import Check from './check.ts';
import Diff from './diff.ts';
import Explain from './explain.ts';
import Generate from './generate.ts';
import Init from './init.ts';
import Plan from './plan.ts';
import Recommend from './recommend.ts';
import Schema from './schema.ts';

/** All commands, by the name a person types. */
export const commands = {
  catalog: Catalog,
  check: Check,
  diff: Diff,
  explain: Explain,
  generate: Generate,
  init: Init,
  plan: Plan,
  recommend: Recommend,
  schema: Schema,
};
