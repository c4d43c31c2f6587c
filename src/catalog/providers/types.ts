import type { EngineId, EngineSetting } from '../engines/types.ts';
import type { Evidence, Note } from '../evidence.ts';

/** A size that a provider sells. A field that is absent is unknown, never zero. */
export interface ProviderPlan extends Evidence {
  /** The name after the slash of `plan: provider/name`. */
  readonly name: string;
  /** `max_connections` as the provider sets it by default. */
  readonly maxConnections: number;
  /** The highest `max_connections` that a customer may set. */
  readonly settableUpTo?: number;
  readonly memoryBytes?: number;
  /** Cores as the provider counts them: where it sells hardware threads, half as many are physical. */
  readonly cores?: number;
  /** Clients that the pooler of the plan accepts. */
  readonly poolerClients?: number;
  readonly note?: string;
}

/** Slots out of `max_connections` that a provider keeps for itself. */
export interface ProviderReserve extends EngineSetting {
  /** True: the engine's own reservations are part of the figure and must not be subtracted twice. */
  readonly includesEngine: boolean;
}

/** The pooler that a provider runs for its customers. */
export interface ManagedPooler extends Evidence {
  /** The product in the provider's words; null: it offers none. */
  readonly product: string | null;
  readonly note?: string;
}

/** A managed database service. */
export interface Provider {
  /** The name before the slash of `plan: provider/name`, such as `aws-rds-postgres`. */
  readonly id: string;
  readonly name: string;
  readonly engine: EngineId;
  /** Empty where the provider publishes no figures: the user has to give `max_connections`. */
  readonly plans: readonly ProviderPlan[];
  /** Absent: unknown or none stated. */
  readonly reserve?: ProviderReserve;
  /** Absent: unknown. */
  readonly pooler?: ManagedPooler;
  readonly notes: readonly Note[];
}
