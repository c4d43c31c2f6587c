/**
 * Erlang B: the share of arrivals that find every server busy where those go away (M/G/c/c).
 * Erlang 1917; Cooper, Introduction to Queueing Theory, 2nd edition.
 *
 * `servers`: whole, 0 or more, or Infinity. `load`: in Erlang, 0 or more; it may exceed the servers. From 0 to 1, with a
 * relative error below 1e-12; what is below 1e-307 is 0. Takes no more than some 50 x sqrt(servers) steps.
 */
export function erlangB(servers: number, load: number): number {
  return 1 / inverseB(servers, load);
}

/**
 * Erlang C: the share of arrivals that find every server busy where those wait (M/M/c); 1 where the load is at least the
 * servers. Erlang 1917; Cooper, 2nd edition: 1 / C = (1 - rho) / B + rho, where rho is the utilization.
 *
 * `servers`: whole, 1 or more, or Infinity. `load`: in Erlang, 0 or more. What is below 1e-307 is 0.
 */
export function erlangC(servers: number, load: number): number {
  if (load >= servers) return 1;
  const rho = load / servers;
  return 1 / ((1 - rho) * inverseB(servers, load) + rho);
}

/**
 * 1 / B = 1 + c/a + c(c - 1)/a^2 + ... + c!/a^c, the sum of Erlang's formula read from its largest power down. All terms
 * are positive, so nothing cancels. They grow while c - k > a and shrink after that; either the sum soon leaves the
 * range of numbers, or terms soon stop to matter.
 */
function inverseB(servers: number, load: number): number {
  let term = 1;
  let sum = 1;
  for (let free = servers; free > 0 && term > sum * negligible; free -= 1) {
    term *= free / load;
    sum += term;
  }
  return sum;
}

/** So small a share of the sum that all terms after it, each smaller than the one before, do not add up to a rounding error. */
const negligible = 1e-22;
