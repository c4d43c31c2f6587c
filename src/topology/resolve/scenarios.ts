import type { Report } from '../problem-collector.ts';
import { nameExpected, namePattern } from '../schema/values.ts';
import { isMap } from '../segments.ts';
import type { NamedEntries, NamedEntry } from './names.ts';

/** What deploying makes of a scenario's name, and the scenarios every plan has. */
const variants = ['-deploy', '-deploy-draining'];
const builtIn = ['steady', 'deploy', 'deploy-draining', 'peak', 'peak-deploy', 'peak-deploy-draining'];

/** Reports scenario names that are not well formed, or that another scenario or one of its variants has. */
export function checkScenarioNames(entries: readonly NamedEntry[], report: Report): void {
  const taken = new Set(builtIn);
  for (const { name } of entries) for (const variant of variants) taken.add(`${name}${variant}`);
  for (const { name, at } of entries) {
    if (!namePattern.test(name)) report.wrongKey(at, nameExpected);
    else if (taken.has(name)) {
      report.keyProblem(
        at,
        `the scenario name \`${name}\` is taken`,
        `Every plan has ${builtIn.join(', ')}, and each scenario its own ${variants.join(' and ')}: choose another name.`,
      );
    }
  }
}

/** Reports names in a scenario that are neither services nor poolers. */
export function checkScenarioNodes({ at, value }: NamedEntry, names: NamedEntries, report: Report): void {
  const nodes = isMap(value) && isMap(value.nodes) ? value.nodes : {};
  const deployed = () => [...names.kinds].filter(([, kind]) => kind !== 'database').map(([name]) => name);
  for (const name of Object.keys(nodes)) {
    const kind = names.kinds.get(name);
    const path = [...at, 'nodes', name];
    if (kind === undefined) report.unknownKey(path, deployed());
    else if (kind === 'database') report.keyProblem(path, `\`${name}\` is a database, which has no nodes`, null);
  }
}
