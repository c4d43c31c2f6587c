/**
 * The rolling update of a Kubernetes Deployment, modelled on its controller, not on the formula that it is held
 * against. Source: pkg/controller/deployment/rolling.go and util/deployment_util.go of kubernetes/kubernetes.
 */

/** How far the new ReplicaSet may grow within nodes + surge. `total` counts the pods of all ReplicaSets. */
export function grownReplicas(nodes: number, surge: number, total: number, current: number): number {
  const room = nodes + surge - total;
  return room <= 0 ? current : current + Math.min(room, nodes - current);
}

/** Size of the new ReplicaSet after one look at it: shrunk to nodes, or grown towards them. */
export function newReplicas(nodes: number, surge: number, old: number, current: number): number {
  return current >= nodes ? nodes : grownReplicas(nodes, surge, old + current, current);
}

/** How many of the old pods that are not available are removed first. */
export function unhealthyToRemove(old: number, available: number, most: number): number {
  return Math.max(0, Math.min(old - available, most));
}

/** How many old pods are removed because enough pods are available; `available` counts old and new ones. */
export function availableToRemove(nodes: number, unavailable: number, available: number, old: number): number {
  return Math.max(0, Math.min(available - (nodes - unavailable), old));
}

export interface Rollout {
  readonly nodes: number;
  readonly surge: number;
  readonly unavailable: number;
  /** Ticks until a new pod is available, and until a removed one is gone; asked once for each pod. */
  readonly readiness: () => number;
  readonly drain: () => number;
  /** Old pods that are not available when the rollout begins. */
  readonly unhealthy: number;
}

/** The most pods alive at any time of the rollout, removed ones included until they are gone. */
export function peakOfRollout({ nodes, surge, unavailable, readiness, drain, unhealthy }: Rollout): number {
  const ready: number[] = [];
  const exits: number[] = [];
  let [now, peak, old, sick, current, available] = [0, nodes, nodes, unhealthy, 0, 0];

  const remove = (count: number) => {
    old -= count;
    for (let pod = 0; pod < count; pod += 1) {
      const time = drain();
      if (time > 0) exits.push(now + time);
    }
  };
  const act = (): boolean => {
    const wanted = newReplicas(nodes, surge, old, current);
    for (let pod = current; pod < wanted; pod += 1) ready.push(now + readiness());
    const scaled = wanted !== current;
    current = wanted;
    peak = Math.max(peak, old + current + exits.length);
    if (scaled) return true;
    const most = old + current - (nodes - unavailable) - (current - available);
    const removedSick = unhealthyToRemove(old, old - sick, most);
    sick -= removedSick;
    remove(removedSick);
    const removed = availableToRemove(nodes, unavailable, old - sick + available, old - sick);
    remove(removed);
    return removedSick + removed > 0;
  };

  while (true) {
    while (act());
    if (ready.length === 0) return peak;
    now = Math.min(...ready);
    available += take(ready, (time) => time === now);
    // A pod that drains until this very moment is still there.
    take(exits, (time) => time < now);
  }
}

/** Removes the times that match, and says how many they were. */
function take(times: number[], matches: (time: number) => boolean): number {
  const before = times.length;
  times.splice(0, before, ...times.filter((time) => !matches(time)));
  return before - times.length;
}
