import * as z from 'zod/mini';
import type { Ratio } from '../types.ts';
import { described, duration, label, ratio } from './values.ts';

/**
 * How a service or pooler is deployed, as a file gives it: a strategy, or a map with these keys and parameters of the
 * platform, which resolveDeploy checks. Times in seconds.
 */
export type DeployInput =
  | string
  | {
      readonly strategy?: string | undefined;
      readonly platform?: string | undefined;
      readonly surge_factor?: Ratio | undefined;
      readonly ready_after?: number | undefined;
      readonly drain?: number | undefined;
      readonly [parameter: string]: unknown;
    };

const strategy =
  'How nodes are replaced: rolling, recreate, blue_green, none (in place, one at a time, nothing overlaps), or a word of the platform.';

/** Keys that are no platform's own. */
export const commonDeployKeys = {
  strategy: z.optional(label(strategy, { examples: ['rolling', 'recreate', 'blue_green', 'none'] })),
  platform: z.optional(
    label(
      'Whose arithmetic, parameter names, rounding and defaults apply; `connbudget catalog platforms` lists them.',
      {
        examples: ['kubernetes', 'ecs', 'nomad', 'heroku', 'fly', 'cloud-run'],
      },
    ),
  ),
  surge_factor: z.optional(
    ratio(
      'a factor from 1 to 1,000, such as 1.5 or 150%',
      1,
      1000,
      'For any platform: at the peak, ceil(nodes x factor) nodes are alive, everything included.',
      { examples: [1.5] },
    ),
  ),
  ready_after: z.optional(
    duration('The soonest that a new node counts as available after it may open connections.', { examples: ['20s'] }),
  ),
  drain: z.optional(
    duration(
      'The longest that an old node keeps its connections after it was told to stop (Kubernetes: terminationGracePeriodSeconds).',
      { examples: ['30s'] },
    ),
  ),
};

/** The `deploy` key. */
export const deploySchema = described(
  z.union([label(strategy), z.looseObject(commonDeployKeys, { error: 'a map' })], {
    error: 'a strategy such as rolling, or a map such as { platform: kubernetes, max_surge: 25% }',
  }),
  'How nodes are replaced. Default: a Kubernetes rolling update at 25% / 25%, reported as an assumption.',
  {
    id: 'deploy',
    examples: [
      'rolling',
      { platform: 'kubernetes', max_surge: '25%', max_unavailable: '25%', drain: '30s', ready_after: '20s' },
    ],
  },
);
