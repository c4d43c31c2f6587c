import type { DatabaseBudget } from '../budget/types.ts';
import type { Database } from '../topology/types.ts';
import { comment } from './comment.ts';
import { quoted, yamlText } from './quoted.ts';
import { rolesOf } from './reach.ts';
import type { GenerateSource, GenerateTarget } from './types.ts';
import { undeclaredPooler, usesOf } from './uses.ts';

/** Alerting rules over the metrics of postgres_exporter, with the budget's own numbers as thresholds. */
export const prometheus: GenerateTarget = {
  name: 'prometheus',
  about: 'alerting rules for each database and service (postgres_exporter)',
  comment: '#',
  of: 'database',
  engines: ['postgres'],
  reach: true,
  several: true,
  lines: (databases, source) => [
    '',
    // Its change log: pull request 673, https://github.com/prometheus-community/postgres_exporter/blob/master/CHANGELOG.md
    ...comment('#', 'Metrics: postgres_exporter 0.12 or later (usename at pg_stat_activity_count).'),
    ...(isAlone(source)
      ? []
      : comment('#', 'There are several databases: give the targets of each one the label connbudget with its name.')),
    'groups:',
    ...databases.flatMap((database) => group(database, source)),
  ],
};

const isAlone = ({ topology }: GenerateSource): boolean => topology.databases.length === 1;

interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  readonly severity: 'critical' | 'warning';
  readonly labels: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly description: string;
}

function group(database: Database, source: GenerateSource): string[] {
  const { name } = database;
  const rules = [...databaseRules(database, source), ...roleRules(database, source)];
  return [`  - name: connbudget ${name}`, '    rules:', ...rules.flatMap((rule) => written(rule, name))];
}

function written({ alert, expr, severity, labels, summary, description }: AlertRule, database: string): string[] {
  const pairs = Object.entries({ severity, database, ...labels });
  return [
    `      - alert: ${alert}`,
    `        expr: ${yamlText(expr)}`,
    '        for: 1m',
    '        labels:',
    ...pairs.map(([key, value]) => `          ${key}: ${yamlText(literal(value))}`),
    '        annotations:',
    `          summary: ${yamlText(literal(summary))}`,
    `          description: ${yamlText(`{{ $value }} on {{ $labels.instance }}. ${literal(description)}`)}`,
  ];
}

/** Text in which Prometheus sees no template. */
const literal = (text: string): string => text.replaceAll('{{', '{{ "{{" }}');

function databaseRules(database: Database, source: GenerateSource): AlertRule[] {
  const { name, maxConnections } = database;
  const { usable, scenarios, worst } = budgetOf(database, source);
  const most = Math.max(...scenarios.map(({ connections }) => connections));
  const all = `sum by (instance) (pg_stat_database_numbackends${selector(database, source)})`;
  const exhausted: AlertRule = {
    alert: 'ConnectionsExhausted',
    expr: `${all} >= ${usable}`,
    severity: 'critical',
    labels: {},
    summary: `${name} has no connection left`,
    description: `Ordinary roles can have ${usable} of ${maxConnections}.`,
  };
  const unplanned: AlertRule = {
    alert: 'ConnectionsBeyondWorstCase',
    expr: `${all} > ${most}`,
    severity: 'warning',
    labels: {},
    summary: `${name} has more connections than its worst case`,
    description: `The topology comes to ${most} at its worst, in ${worst}: something opens connections that it does not have.`,
  };
  const changed: AlertRule = {
    alert: 'MaxConnectionsChanged',
    expr: `pg_settings_max_connections${selector(database, source)} != ${maxConnections}`,
    severity: 'warning',
    labels: {},
    summary: `max_connections of ${name} is not what the topology says`,
    description: `The budget was made for ${maxConnections}.`,
  };
  return [exhausted, ...(most < usable ? [unplanned] : []), changed];
}

/** A rule for each role that is known to be that of some services alone, and cannot have the whole server. */
function roleRules(database: Database, source: GenerateSource): AlertRule[] {
  const { name } = database;
  const { topology } = source;
  if (undeclaredPooler(topology, name) !== null) return [];
  const uses = usesOf(topology, name);
  const budget = budgetOf(database, source);
  return rolesOf(budget)
    .filter(({ connections }) => connections < budget.usable)
    .map((role): AlertRule => {
      const services = [...new Set(uses.filter(({ user }) => user === role.name).map(({ service }) => service))].join(
        ', ',
      );
      const matchers = [`usename=${quoted(role.name)}`, 'backend_type=~"client backend|"'];
      return {
        alert: 'ServiceConnectionsBeyondWorstCase',
        expr: `sum by (instance) (pg_stat_activity_count${selector(database, source, matchers)}) > ${role.connections}`,
        severity: 'warning',
        labels: { services, role: role.name },
        summary: `${services} beyond the worst case on ${name}`,
        description: `The role ${role.name} comes to ${role.connections} at its worst, in ${role.scenario}.`,
      };
    });
}

const budgetOf = ({ name }: Database, { budget }: GenerateSource): DatabaseBudget =>
  budget.databases.find((each) => each.name === name) as DatabaseBudget;

function selector({ name }: Database, source: GenerateSource, matchers: readonly string[] = []): string {
  const all = [...(isAlone(source) ? [] : [`connbudget=${quoted(name)}`]), ...matchers];
  return all.length === 0 ? '' : `{${all.join(',')}}`;
}
