/** A bipartite graph: edge i leads from node `from[i]` on the left to node `to[i]` on the right. Nodes count from 0. */
export interface Bipartite {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** A way to push more: edges to add to, alternating with edges to take from. */
interface Path {
  readonly edges: readonly number[];
  readonly amount: number;
}

/**
 * The most that flows through the graph, edge by edge: integers within each edge's capacity, at most `leftLimit` through
 * any node on the left and `rightLimits[node]` through any on the right. Any of them may be Infinity as long as every
 * edge meets a finite one. Exact: augmenting paths, shortest first (Edmonds and Karp 1972).
 */
export function maxFlow(
  graph: Bipartite,
  capacities: readonly number[],
  leftLimit: number,
  rightLimits: readonly number[],
): number[] {
  const flow = graph.from.map(() => 0);
  // There are no more nodes than edges.
  const left = graph.from.map(() => 0);
  const right = rightLimits.map(() => 0);
  const add = (edge: number, amount: number) => {
    const [from, to] = [graph.from[edge] as number, graph.to[edge] as number];
    flow[edge] = (flow[edge] as number) + amount;
    left[from] = (left[from] as number) + amount;
    right[to] = (right[to] as number) + amount;
  };
  const roomLeft = (node: number) => leftLimit - (left[node] as number);
  const roomRight = (node: number) => (rightLimits[node] as number) - (right[node] as number);
  capacities.forEach((capacity, edge) => {
    add(edge, Math.min(capacity, roomLeft(graph.from[edge] as number), roomRight(graph.to[edge] as number)));
  });
  // With a limit on one side only, filling edge by edge is already the most.
  if (leftLimit === Infinity || rightLimits.every((limit) => limit === Infinity)) return flow;
  for (;;) {
    const { path } = reach(graph, capacities, flow, roomLeft, roomRight);
    if (!path) return flow;
    path.edges.forEach((edge, step) => {
      add(edge, step % 2 === 0 ? path.amount : -path.amount);
    });
  }
}

/**
 * A smallest cut: these edges, the limits of these nodes on the left and of these on the right. Every way through the
 * graph passes one of them, and their capacities add up to the largest flow: it cannot grow by more than they do.
 * (Ford and Fulkerson 1956.)
 */
export interface SmallestCut {
  /** By edge. */
  readonly edges: readonly boolean[];
  readonly left: ReadonlySet<number>;
  readonly right: ReadonlySet<number>;
}

/** A smallest cut of a graph; `flow` is a largest one through it. */
export function smallestCut(
  graph: Bipartite,
  capacities: readonly number[],
  flow: readonly number[],
  leftLimit: number,
): SmallestCut {
  const left: number[] = [];
  flow.forEach((amount, edge) => {
    const from = graph.from[edge] as number;
    left[from] = (left[from] ?? 0) + amount;
  });
  const { reachedLeft, reachedRight } = reach(
    graph,
    capacities,
    flow,
    (node) => leftLimit - (left[node] ?? 0),
    () => 0,
  );
  return {
    edges: capacities.map(
      (_, edge) => reachedLeft.has(graph.from[edge] as number) && !reachedRight.has(graph.to[edge] as number),
    ),
    left: new Set(graph.from.filter((node) => !reachedLeft.has(node))),
    right: new Set(reachedRight.keys()),
  };
}

/**
 * Breadth-first from the left nodes with room: forward over edges with room, back over edges that carry something, until
 * a right node with room ends a path.
 */
function reach(
  graph: Bipartite,
  capacities: readonly number[],
  flow: readonly number[],
  roomLeft: (node: number) => number,
  roomRight: (node: number) => number,
): { path: Path | null; reachedLeft: ReadonlyMap<number, Path>; reachedRight: ReadonlyMap<number, Path> } {
  const reachedLeft = new Map<number, Path>();
  const reachedRight = new Map<number, Path>();
  for (const node of graph.from) {
    if (roomLeft(node) > 0) reachedLeft.set(node, { edges: [], amount: roomLeft(node) });
  }
  for (let frontier = new Map(reachedLeft); frontier.size > 0; ) {
    const ahead = new Map<number, Path>();
    for (const [edge, capacity] of capacities.entries()) {
      const [path, to] = [frontier.get(graph.from[edge] as number), graph.to[edge] as number];
      const room = capacity - (flow[edge] as number);
      if (!path || room <= 0 || reachedRight.has(to)) continue;
      const longer = { edges: [...path.edges, edge], amount: Math.min(path.amount, room) };
      const last = roomRight(to);
      if (last > 0) {
        return { path: { edges: longer.edges, amount: Math.min(longer.amount, last) }, reachedLeft, reachedRight };
      }
      reachedRight.set(to, longer);
      ahead.set(to, longer);
    }
    frontier = new Map();
    for (const [edge, carried] of flow.entries()) {
      const [path, from] = [ahead.get(graph.to[edge] as number), graph.from[edge] as number];
      if (!path || carried <= 0 || reachedLeft.has(from)) continue;
      const longer = { edges: [...path.edges, edge], amount: Math.min(path.amount, carried) };
      reachedLeft.set(from, longer);
      frontier.set(from, longer);
    }
  }
  return { path: null, reachedLeft, reachedRight };
}
