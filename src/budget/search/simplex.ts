/** Maximize the sum of gains x values, where each row's sum of coefficients x values is at most its limit. */
export interface Program {
  readonly gains: readonly number[];
  /** The most of each value, or Infinity; the least is 0. */
  readonly most: readonly number[];
  /** One coefficient a value; limits are 0 or more. */
  readonly rows: readonly { readonly coefficients: Float64Array; readonly limit: number }[];
}

export interface Solution {
  readonly values: readonly number[];
  /** What one more of a row's limit would gain, by row. */
  readonly prices: readonly number[];
}

/** Below this a number is rounding noise. */
const noise = 1e-9;

/**
 * The simplex method with bounded variables (Dantzig 1947, 1955), on a dense table. In floating point, and it gives up
 * after so many pivots: a hint where the best is, never a proof.
 */
export function maximize({ gains, most, rows }: Program, pivots = 10_000): Solution {
  const width = gains.length;
  const bounds = [...most, ...rows.map(() => Infinity)];
  /** Row by row: a basic variable, and the gain in the last row, is the last entry less the sum of entries x free variables. */
  const table = rows.map(({ coefficients, limit }) => Float64Array.from([...coefficients, limit]));
  const objective = Float64Array.from([...gains.map((gain) => -gain), 0]);
  const all = [...table, objective];
  const free = gains.map((_, variable) => variable);
  const basic = rows.map((_, row) => width + row);
  /** Variables counted down from their bound instead of up from 0. */
  const reversed = new Set<number>();
  const reverse = (variable: number) => reversed.delete(variable) || reversed.add(variable);
  const at = (row: Float64Array, column: number) => row[column] as number;
  const bound = (variable: number) => bounds[variable] as number;

  const entering = () => {
    let [best, steepest] = [-1, -noise];
    for (let column = 0; column < width; column += 1) {
      if (at(objective, column) < steepest) [best, steepest] = [column, at(objective, column)];
    }
    return best;
  };

  /** The row whose variable first meets 0 or its bound as the entering one grows; -1: the entering one meets its own. */
  const leaving = (column: number) => {
    let [first, step] = [-1, bound(free[column] as number)];
    table.forEach((row, index) => {
      const slope = at(row, column);
      const way = slope > 0 ? at(row, width) : bound(basic[index] as number) - at(row, width);
      if (Math.abs(slope) > noise && way < step * Math.abs(slope)) [first, step] = [index, way / Math.abs(slope)];
    });
    return first;
  };

  const reverseFree = (column: number) => {
    const variable = free[column] as number;
    for (const row of all) {
      row[width] = at(row, width) - at(row, column) * bound(variable);
      row[column] = -at(row, column);
    }
    reverse(variable);
  };

  const reverseBasic = (index: number) => {
    const [row, variable] = [table[index] as Float64Array, basic[index] as number];
    for (let column = 0; column < width; column += 1) row[column] = -at(row, column);
    row[width] = bound(variable) - at(row, width);
    reverse(variable);
  };

  const exchange = (index: number, column: number) => {
    const row = table[index] as Float64Array;
    const pivot = at(row, column);
    row[column] = 1;
    for (let each = 0; each <= width; each += 1) row[each] = at(row, each) / pivot;
    for (const other of all) {
      const factor = at(other, column);
      if (other === row || factor === 0) continue;
      other[column] = 0;
      for (let each = 0; each <= width; each += 1) other[each] = at(other, each) - factor * at(row, each);
    }
    [free[column], basic[index]] = [basic[index] as number, free[column] as number];
  };

  for (let count = 0; count < pivots; count += 1) {
    const column = entering();
    if (column < 0) break;
    const index = leaving(column);
    if (index < 0) reverseFree(column);
    else {
      if (at(table[index] as Float64Array, column) < 0) reverseBasic(index);
      exchange(index, column);
    }
  }

  const values = gains.map(() => 0);
  const prices = rows.map(() => 0);
  const settle = (variable: number, value: number) => {
    if (variable < width) values[variable] = reversed.has(variable) ? bound(variable) - value : value;
  };
  basic.forEach((variable, row) => {
    settle(variable, at(table[row] as Float64Array, width));
  });
  free.forEach((variable, column) => {
    settle(variable, 0);
    if (variable >= width) prices[variable - width] = Math.max(0, at(objective, column));
  });
  return { values, prices };
}
