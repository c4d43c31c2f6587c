import type { Evidence } from '../evidence.ts';
import { gib } from '../sizes.ts';
import type { ProviderPlan } from './types.ts';

/** Where Amazon publishes the nominal memory of its instance classes. */
export const classSource =
  'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Summary.html';

const burstable = ['micro', 'small', 'medium', 'large', 'xlarge', '2xlarge'] as const;
const upTo4 = ['large', 'xlarge', '2xlarge', '4xlarge'] as const;
const upTo16 = [...upTo4, '8xlarge', '12xlarge', '16xlarge'] as const;
const upTo24 = [...upTo16, '24xlarge'] as const;
const upTo32 = [...upTo24, '32xlarge'] as const;
const upTo48 = [...upTo24, '48xlarge'] as const;

/** Class families, oldest first: the nominal memory of their `xlarge` in GiB, and the sizes they come in. */
const families = {
  'db.t2': { xlarge: 16, sizes: burstable },
  'db.t3': { xlarge: 16, sizes: burstable },
  'db.t4g': { xlarge: 16, sizes: burstable },
  'db.m4': { xlarge: 16, sizes: [...upTo4, '10xlarge', '16xlarge'] },
  'db.m5': { xlarge: 16, sizes: upTo24 },
  'db.m6g': { xlarge: 16, sizes: upTo16 },
  'db.m6i': { xlarge: 16, sizes: upTo32 },
  'db.m7g': { xlarge: 16, sizes: upTo16 },
  'db.m7i': { xlarge: 16, sizes: upTo48 },
  'db.m8g': { xlarge: 16, sizes: upTo48 },
  'db.r3': { xlarge: 30.5, sizes: [...upTo4, '8xlarge'] },
  'db.r4': { xlarge: 30.5, sizes: [...upTo4, '8xlarge', '16xlarge'] },
  'db.r5': { xlarge: 32, sizes: upTo24 },
  'db.r6g': { xlarge: 32, sizes: upTo16 },
  'db.r6i': { xlarge: 32, sizes: upTo32 },
  'db.r7g': { xlarge: 32, sizes: upTo16 },
  'db.r7i': { xlarge: 32, sizes: upTo48 },
  'db.r8g': { xlarge: 32, sizes: upTo48 },
  'db.x2g': { xlarge: 64, sizes: upTo16 },
} as const;

/** A family of instance classes, such as `db.r6g`. */
export type ClassFamily = keyof typeof families;

const smallerSizes: Readonly<Record<string, number>> = { micro: 1 / 16, small: 1 / 8, medium: 1 / 4, large: 1 / 2 };

/** How many times the memory of `xlarge` a size has: 1/2 for `large`, 12 for `12xlarge`. */
const xlarges = (size: string): number => smallerSizes[size] ?? Number(size.replace('xlarge', '') || 1);

/** An instance class and its nominal memory in bytes. */
export interface InstanceClass {
  readonly name: string;
  readonly family: ClassFamily;
  readonly size: string;
  readonly memoryBytes: number;
}

/** All families, oldest first. */
export const classFamilies = Object.keys(families) as readonly ClassFamily[];

/** The instance classes of some families, each from its smallest to its largest. */
export const instanceClasses = (of: readonly ClassFamily[]): readonly InstanceClass[] =>
  of.flatMap((family) =>
    families[family].sizes.map((size) => ({
      name: `${family}.${size}`,
      family,
      size,
      memoryBytes: gib(families[family].xlarge * xlarges(size)),
    })),
  );

/** `max_connections` by class family and size. */
export type ClassTable = {
  readonly [Family in ClassFamily]?: { readonly [Size in (typeof families)[Family]['sizes'][number]]?: number };
};

/** Plans from a table, in its order of families, with nominal memory. */
export const classPlans = (evidence: Evidence, table: ClassTable): readonly ProviderPlan[] =>
  instanceClasses(Object.keys(table) as ClassFamily[]).flatMap(({ name, family, size, memoryBytes }) => {
    const limits: Readonly<Record<string, number>> = table[family] ?? {};
    const maxConnections = limits[size];
    return maxConnections === undefined ? [] : { ...evidence, name, memoryBytes, maxConnections };
  });
