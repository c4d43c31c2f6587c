import { emptyPools } from './code.ts';
import { comment } from './comment.ts';
import { distinct } from './distinct.ts';
import { isDefault } from './pools.ts';
import type { GenerateTarget, SizedPool } from './types.ts';

/** A file for import_config: the pool_size of every repo. */
export const ecto: GenerateTarget = {
  name: 'ecto',
  about: 'Elixir: pool_size of each repo, for import_config',
  comment: '#',
  of: 'services',
  clients: ['ecto', 'phoenix-generated', 'oban'],
  several: true,
  lines: (services) => {
    distinct(
      services.flatMap(({ pools }) => pools),
      repoOf,
    );
    return [
      '',
      ...comment(
        '#',
        'A service web is taken for the application :web with Web.Repo, its pool replica for Web.ReplicaRepo. A pool_count other than 1 multiplies the size.',
      ),
      'import Config',
      ...services.flatMap((each) => [
        '',
        ...comment('#', each.perNode),
        ...emptyPools('#', each),
        ...each.pools.flatMap((pool) => [
          ...comment('#', pool.origin),
          `config ${repoOf(pool)}, pool_size: ${pool.most}`,
        ]),
      ]),
    ];
  },
};

/** `:shop_web, ShopWeb.Repo` */
function repoOf({ service, pool }: SizedPool): string {
  const words = wordsOf(service.name);
  const repo = isDefault(pool) ? '' : camel(wordsOf(pool.name));
  return `:${startingWithLetter('app_', words.join('_').toLowerCase())}, ${startingWithLetter('App', camel(words))}.${startingWithLetter('Pool', repo)}Repo`;
}

const wordsOf = (name: string): string[] => name.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');

const camel = (words: readonly string[]): string =>
  words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('');

/** Neither an atom nor a module begins with a digit. */
const startingWithLetter = (prefix: string, word: string): string => (/^[0-9]/.test(word) ? prefix + word : word);
