import { from } from '../evidence.ts';
import type { Platform } from './types.ts';

const configuration = from(
  'documentation',
  'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html',
  'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html',
);
const guide = from('documentation', 'awsdocs/amazon-ecs-developer-guide');
const codeDeploy = from(
  'inferred',
  'https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_BlueInstanceTerminationOption.html',
  ...guide.sources,
);
const notCounted = 'AWS contradicts itself on whether stopping tasks count towards the maximum: taken as not counted.';

/** Amazon ECS services. */
export const ecs: Platform = {
  id: 'ecs',
  name: 'Amazon ECS',
  strategies: [
    {
      ...configuration,
      id: 'rolling',
      aliases: ['rolling_update'],
      name: 'rolling update',
      parameters: [
        {
          ...configuration,
          key: 'maximum_percent',
          value: 'percent',
          default: 200,
          round: 'down',
          range: [100, 1000],
          note: 'Of the desired tasks. More than twice the tasks is never reached in one deploy.',
        },
        {
          ...configuration,
          key: 'minimum_healthy_percent',
          value: 'percent',
          default: 100,
          round: 'up',
          range: [0, 100],
        },
        {
          ...configuration,
          key: 'stop_timeout',
          value: 'seconds',
          default: '30s',
          note: '`drain` is the deregistration delay of the target group and this.',
        },
      ],
      overlap: {
        kind: 'rolling',
        surge: { above: 'maximum_percent', round: 'down' },
        unavailable: { below: 'minimum_healthy_percent', round: 'down' },
        bothZero: 'no_overlap',
      },
      peakCounted: 'max(R, floor(R x maximum_percent / 100))',
      peakAlive: '2 x R: stopping tasks besides',
      notes: [
        { ...configuration, text: notCounted },
        { ...configuration, text: 'When both limits round to R, as 150/100 does for one task, a deploy cannot move.' },
        {
          ...from('issue thread', 'https://github.com/aws/containers-roadmap/issues/525'),
          text: 'Scaling out in the middle of a deploy can set the desired number to old and new tasks together.',
        },
      ],
    },
    {
      ...guide,
      id: 'daemon',
      aliases: [],
      name: 'DAEMON scheduling',
      parameters: [
        { ...guide, key: 'maximum_percent', value: 'percent', default: 100, round: 'down', range: [100, 100] },
        { ...guide, key: 'minimum_healthy_percent', value: 'percent', default: 0, round: 'up', range: [0, 100] },
      ],
      overlap: {
        kind: 'rolling',
        surge: 0,
        unavailable: { below: 'minimum_healthy_percent', round: 'down' },
        bothZero: 'no_overlap',
      },
      peakCounted: 'R, one for each container instance',
      peakAlive: '2 x R: stopping tasks besides',
      notes: [{ ...guide, text: notCounted }],
    },
    {
      ...configuration,
      id: 'blue_green',
      aliases: ['linear', 'canary'],
      name: 'native BLUE_GREEN, LINEAR and CANARY',
      parameters: [
        {
          ...configuration,
          key: 'bake_time_in_minutes',
          value: 'minutes',
          default: null,
          note: 'Both revisions are whole for so long.',
        },
      ],
      overlap: { kind: 'full_set' },
      peakCounted: '2 x R through the traffic shift and the bake time',
      peakAlive: '2 x R',
      notes: [],
    },
    {
      ...codeDeploy,
      id: 'codedeploy',
      aliases: ['blue_green_codedeploy'],
      name: 'blue/green with CodeDeploy',
      parameters: [
        {
          ...codeDeploy,
          key: 'termination_wait_time_in_minutes',
          value: 'minutes',
          default: null,
          note: 'The blue tasks run on for so long; examples have 5 to 60.',
        },
      ],
      overlap: { kind: 'full_set' },
      peakCounted: '2 x R; the percentages do not bound it',
      peakAlive: '2 x R for the whole wait',
      notes: [],
    },
  ],
};
