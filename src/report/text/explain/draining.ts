import type { Draining, Rollout } from '../../../budget/derivation/types.ts';
import { noun } from '../../../words/figures.ts';
import { keyed, ruled } from './given.ts';
import { type NodeTerm, plus, type RolloutContext, termOf } from './node-count.ts';
import { because, type StatedNumber, type Statement, say } from './statement.ts';

type RollingRollout = Extract<Rollout, { kind: 'rolling' }>;

/** The nodes alive of a rolling replacement when old ones drain beside those that the platform counts; see `Draining`. */
export function drainingTerms(
  context: RolloutContext,
  nodes: StatedNumber,
  rollout: RollingRollout,
  surge: NodeTerm,
): NodeTerm {
  const { draining, alive, surge: surged, unavailable } = rollout;
  const timing = draining as Draining;
  const { batch, waves } = timing;
  const fewer = termOf(context, rollout.unavailableFrom, unavailable, 'unavailable');
  const time = timeStatements(context, timing);
  const batches = because(say`${batch} a batch = ${plus(surge.term, fewer.term)}`, fewer.because);
  const inBatches = say`${waves} ${noun(waves, 'batch', 'batches')} x ${batch}`;
  const added = alive - context.nodes;
  switch (timing.stage) {
    case 'middle': {
      const drain = added - surged;
      const equation = because(say`${drain} draining = ${inBatches}`, time, batches);
      return { term: plus([nodes], surge.term, say`${drain} draining`), because: [...surge.because, equation] };
    }
    case 'end': {
      const most = say`min(${context.nodes} - ${fewer.term}, ${plus(surge.term, inBatches)})`;
      const equation = because(say`${added} that drain = ${most}`, surge.because, time, batches);
      return { term: say`${nodes} + ${added} that drain: at the end all new nodes run`, because: [equation] };
    }
    case 'start': {
      const equation = because(say`${added} new ones = ${inBatches}`, surge.because, time, batches);
      return { term: say`${nodes} + ${added} new ones: no old node is gone yet`, because: [equation] };
    }
    case 'all': {
      if (waves === Infinity)
        return { term: say`2 x ${nodes}: all new ones may start while all old ones drain`, because: time };
      const equation = because(
        say`${added} new ones = min(${context.nodes}, ${inBatches})`,
        surge.because,
        time,
        batches,
      );
      return { term: say`${nodes} + ${added} new ones: no old node is gone yet`, because: [equation] };
    }
  }
}

/** How many batches start while one old node drains. */
function timeStatements({ topology, at, platform }: RolloutContext, timing: Draining): Statement[] {
  const { drain, drainKey, readyAfter, waitsForExit, waves } = timing;
  const declared = topology.origin(`${at}.drain`).kind === 'given' || drainKey === null;
  const drainPath = `${at}.${declared ? 'drain' : drainKey}`;
  const ready =
    readyAfter === null
      ? ruled(0, 'ready_after is not declared', 's')
      : keyed(topology, `${at}.ready_after`, 'ready_after', readyAfter, 's');
  if (drain === null) return [because(say`how long old nodes drain is not declared: as long as they like`)];
  const drains = keyed(topology, drainPath, declared ? 'drain' : (drainKey ?? 'drain'), drain, 's');
  if (waves === Infinity) return [because(say`new ones count as ready at once, ${ready}; old ones drain, ${drains}`)];
  const waits = ruled(waitsForExit, `rule of ${platform}`, 's');
  const ratio =
    waitsForExit === 0 ? say`floor(${drains} / ${ready})` : say`floor((${drains} - ${waits}) / (${ready} + ${waits}))`;
  return [because(say`${waves} ${noun(waves, 'batch', 'batches')} = ${ratio} + 1: so many start within one drain`)];
}
