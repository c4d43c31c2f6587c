import { from } from '../evidence.ts';
import type { Platform } from './types.ts';

const policy = from(
  'documentation',
  'https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstanceMaintenancePolicy.html',
  'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-instance-maintenance-policy.html',
  'awsdocs/amazon-ec2-auto-scaling-user-guide',
);

/** EC2 Auto Scaling groups. */
export const asg: Platform = {
  id: 'asg',
  name: 'EC2 Auto Scaling group',
  strategies: [
    {
      ...policy,
      id: 'rolling',
      aliases: ['instance_refresh'],
      name: 'instance refresh',
      parameters: [
        {
          ...policy,
          key: 'max_healthy_percentage',
          value: 'percent',
          default: 100,
          round: 'up',
          range: [100, 200],
          note: 'Unset means nothing above the desired capacity. Rounding is not documented: taken as up.',
        },
        {
          ...policy,
          key: 'min_healthy_percentage',
          value: 'percent',
          default: 90,
          round: 'up',
          range: [0, 100],
          note: 'AWS wants both set together, at most 100 apart.',
        },
      ],
      overlap: {
        kind: 'rolling',
        surge: { above: 'max_healthy_percentage', round: 'up' },
        unavailable: { below: 'min_healthy_percentage', round: 'down' },
      },
      peakCounted: 'ceil(R x max_healthy_percentage / 100)',
      peakAlive: '2 x R: instances that terminate besides (lifecycle hooks, deregistration delay)',
      notes: [
        { ...policy, text: 'New instances boot while old ones shut down, also where the old ones go first.' },
        { ...policy, text: 'A minimum of 100 with a maximum above 100 launches before it terminates.' },
      ],
    },
  ],
};
