import type { Budget } from '../budget/types.ts';
import type { EngineId } from '../catalog/types.ts';
import type { Recommendation, SettingAdvice } from '../sizing/types.ts';
import type { Database, Pool, Pooler, Service, Topology } from '../topology/types.ts';

/** What configuration is made from. */
export interface GenerateSource {
  /** With the sizes to write down already in it. */
  readonly topology: Topology;
  /** Of that topology. For a target that needs `reach`, with a limit for every role and logical database: see `withEveryName`. */
  readonly budget: Budget;
  readonly sizes: 'recommended' | 'current';
  /** Sizes that are other than the file's, with their reasons; none where `sizes` is `current`. */
  readonly recommendations: readonly Pick<Recommendation, 'on' | 'current' | 'reason'>[];
  /**
   * Settings of databases and poolers with which the sizes were recommended, by path: what the file has, what they have
   * to be, and why. None where `sizes` is `current`.
   */
  readonly settings: ReadonlyMap<string, TargetSetting>;
  /** The command line that makes the same text again, word by word. */
  readonly command: readonly string[];
  /** Address of the database server, where a format has one: `HOST` or `HOST:PORT`. Null: the name it has in the topology. */
  readonly host: string | null;
}

/** A setting with its reason. Infinity: no bound. */
export type TargetSetting = Pick<SettingAdvice, 'current' | 'recommended' | 'reason'>;

/** A pool to write down, and what a person should know about its number. */
export interface SizedPool {
  readonly service: Service;
  readonly pool: Pool;
  /** Most connections of one process: size + overflow, from 1 on and finite. */
  readonly most: number;
  /** Where the number comes from, in words. */
  readonly origin: string;
}

/** A service with the pools to write down. */
export interface SizedService {
  readonly service: Service;
  /** M: the most one node opens. */
  readonly connectionsPerNode: number;
  /** The same in words, with what it is made of. */
  readonly perNode: string;
  readonly pools: readonly SizedPool[];
  /** Names of pools that are left out because they have no connections. */
  readonly empty: readonly string[];
}

interface CommonTarget {
  readonly name: string;
  /** What it is, in a few words. */
  readonly about: string;
  /** What begins a comment that ends with its line. */
  readonly comment: '#' | ';' | '--' | '//';
}

/** Something that configuration is made for: one file a target, pure text. Lines come without the header. */
export type GenerateTarget =
  | (CommonTarget & {
      readonly of: 'services';
      /** Ids of the catalog's clients that read it; null: every service has a part in it. */
      readonly clients: readonly string[] | null;
      /** Whether one file can hold several services. */
      readonly several: boolean;
      readonly lines: (services: readonly SizedService[], source: GenerateSource) => readonly string[];
    })
  | (CommonTarget & {
      readonly of: 'database';
      readonly engines: readonly EngineId[];
      /** Whether it needs what every role and logical database reaches. */
      readonly reach: boolean;
      /** Whether one file can hold several databases. */
      readonly several: boolean;
      readonly lines: (databases: readonly Database[], source: GenerateSource) => readonly string[];
    })
  | (CommonTarget & {
      readonly of: 'pooler';
      /** Ids of the catalog's kinds. */
      readonly kinds: readonly string[];
      readonly lines: (pooler: Pooler, source: GenerateSource) => readonly string[];
    });

/** Something in the topology that a format has no way to say. The message is a sentence for the person who asked. */
export class NotWritable extends Error {
  override readonly name = 'NotWritable';
}
