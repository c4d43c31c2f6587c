import { breakdownOf } from '../budget/breakdown.ts';
import { othersOf, usableOf } from '../budget/database.ts';
import { connectionsOf } from '../budget/demand/flows.ts';
import { type DatabaseNetwork, type Member, poolerAlone } from '../budget/network/network.ts';
import { clients, inUse } from '../budget/network/objectives.ts';
import { floorOf } from '../budget/ratio.ts';
import { worstSet } from '../budget/search/worst-set.ts';
import type { Addend } from '../budget/types.ts';
import type { Database, Policy, Ratio } from '../topology/types.ts';
import { chanceBeyond } from './in-use/connections.ts';
import { onlyFlows } from './limits/named.ts';
import { targetOf } from './limits/target.ts';
import type { Limit } from './limits/types.ts';
import { probability } from './words.ts';

/**
 * A limit's worst case as a sum a person can check:
 * `main in deploy: web 6 nodes x 14 + 2 other clients = 86 of 87 (97 usable less 10% headroom)`; for a database judged by
 * probability with that in place of the room.
 * `network` is the database's with the sizes to add up.
 */
export function sumAt(network: DatabaseNetwork, limit: Limit, policy: Policy): string {
  const { holder, scenario, pooler, room, only } = limit;
  const most = only ? `its limit of ${room}` : capacity(network.database, policy);
  const of = pooler ? `${room} clients` : most;
  const { terms, total } = pooler ? clientTerms(network, limit, policy) : connectionTerms(network, limit, policy);
  const sum = `${holder} in ${scenario.name}: ${folded(terms).join(' + ') || '0'} = ${total}`;
  const isBet = limit.probability !== undefined && total > usableOf(network.database);
  return isBet ? `${sum}, ${likelihood(network, limit, policy)}` : `${sum} of ${of}`;
}

function likelihood(network: DatabaseNetwork, { scenario, probability: accepted = 0 }: Limit, policy: Policy): string {
  const usable = usableOf(network.database);
  const chance = probability(chanceBeyond(network, scenario, policy, usable));
  return `more than ${usable} of them in use with probability ${chance} (policy allows ${probability(accepted)})`;
}

interface Term {
  readonly text: string;
  readonly count: number;
}

function connectionTerms(whole: DatabaseNetwork, { scenario, only }: Limit, { concurrentDeploys }: Policy) {
  const network = only ? onlyFlows(whole, only) : whole;
  const outcome = worstSet(network, scenario, concurrentDeploys, inUse);
  const others = only ? 0 : othersOf(network.database);
  const terms = breakdownOf(network, scenario, outcome)
    .filter(({ source }) => !source.startsWith('other_clients.'))
    .map((addend): Term => ({ text: inWords(addend), count: addend.connections }));
  if (others > 0) terms.push({ text: `${others} other ${others === 1 ? 'client' : 'clients'}`, count: Infinity });
  return { terms, total: outcome.connections + others };
}

function clientTerms(whole: DatabaseNetwork, { scenario, holder }: Limit, { concurrentDeploys }: Policy) {
  const network = poolerAlone(
    whole,
    whole.poolers.find(({ pooler }) => pooler.name === holder) as DatabaseNetwork['poolers'][number],
  );
  const outcome = worstSet(network, scenario, concurrentDeploys, clients);
  const terms = network.members.map((member, index): Term => clientsOf(member, outcome.nodes[index] as number));
  return { terms: terms.filter(({ count }) => count > 0), total: outcome.connections };
}

function clientsOf({ service: { name }, flows }: Member, nodes: number): Term {
  const perNode = flows.reduce((sum, { flow }) => sum + flow.perNode, 0);
  const count = flows.reduce((sum, { flow }) => sum + connectionsOf(flow, nodes), 0);
  return { text: nodes * perNode === count ? product(name, nodes, perNode) : `${name} ${count}`, count };
}

function inWords({ source, via, nodes, perNode, connections }: Addend): string {
  if (via === null && nodes !== null && perNode !== null) return product(source, nodes, perNode);
  return `${source} ${connections}${via === null || via === source ? '' : ` through ${via}`}`;
}

const product = (service: string, nodes: number, perNode: number): string =>
  `${service} ${nodes} ${nodes === 1 ? 'node' : 'nodes'} x ${perNode}`;

const shown = 4;

/** The largest terms, in their order; the others as one. */
function folded(terms: readonly Term[]): string[] {
  if (terms.length <= shown) return terms.map(({ text }) => text);
  const largest = new Set([...terms].sort((a, b) => (a.count === b.count ? 0 : b.count - a.count)).slice(0, shown - 1));
  const rest = terms.filter((term) => !largest.has(term));
  const count = rest.reduce((sum, term) => sum + term.count, 0);
  return [...terms.filter((term) => largest.has(term)).map(({ text }) => text), `${rest.length} smaller ones ${count}`];
}

function capacity(database: Database, policy: Policy): string {
  const usable = usableOf(database);
  if (database.judgedBy === 'probability') return `${usable} usable`;
  const allowed = floorOf(usable, policy.overcommit);
  const base = allowed === usable ? `${usable} usable` : `${allowed} allowed, ${usable} usable`;
  if (policy.headroom.numerator === 0) return base;
  return `${targetOf(database, policy)} (${base} less ${percent(policy.headroom)} headroom)`;
}

const percent = ({ numerator, denominator }: Ratio): string =>
  `${Number(((numerator / denominator) * 100).toFixed(2))}%`;
