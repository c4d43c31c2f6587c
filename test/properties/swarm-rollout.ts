/**
 * The update of a Docker Swarm service in the order stop-first: so many workers, each of which takes a slot, tells its
 * task to stop, starts the successor when the task is gone or after `wait`, and goes on when the successor runs.
 * Source: manager/orchestrator/update/updater.go and restart/restart.go of moby/swarmkit.
 */
export function peakOfStopFirst(update: {
  readonly nodes: number;
  readonly parallelism: number;
  readonly wait: number;
  readonly readiness: () => number;
  readonly drain: () => number;
}): number {
  const free = Array.from({ length: update.parallelism }, () => 0);
  const overlaps: { from: number; to: number }[] = [];
  for (let slot = 0; slot < update.nodes; slot += 1) {
    free.sort((a, b) => a - b);
    const told = free[0] ?? 0;
    const gone = told + update.drain();
    const started = Math.min(gone, told + update.wait);
    if (gone > started) overlaps.push({ from: started, to: gone });
    free[0] = started + update.readiness();
  }
  const most = Math.max(
    0,
    ...overlaps.map(({ from: now }) => overlaps.filter(({ from, to }) => from <= now && now <= to).length),
  );
  return update.nodes + most;
}
