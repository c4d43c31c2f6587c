/** The fences between the rooms of src/, one reason each. What a room may import is what it does not need a fence for. */

const room = (name) => `^src/${name}/`;
const typesOf = (name) => `^src/${name}/types\\.ts$`;

/** The types of what is computed, judged by nobody yet. */
const computedTypes = '^src/(?!rules/).+/types\\.ts$';

/** What a topology is, and what follows from that alone. */
const topologyItself = '^src/topology/(types|pools)\\.ts$';

/** A room and the only places in src/ that it may import. */
const fence = (name, comment, ...open) => ({
  name,
  comment,
  severity: 'error',
  from: { path: room(name) },
  to: { path: '^src/', pathNot: [room(name), ...open] },
});

/** A package (or several) and the only room that may know it. */
const tool = (name, comment, packages, ...rooms) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^src/', pathNot: rooms.map(room) },
  to: { path: packages },
});

const packages = (...names) => `node_modules/(${names.join('|')})/`;

export default {
  forbidden: [
    fence('findings', 'Everyone speaks of findings, so they depend on no one.'),
    fence('catalog', 'Facts are data: they know neither who asks nor why.'),
    fence('queueing', 'Probabilities follow from rates and times, whoever waits for what.'),
    fence(
      'topology',
      'What the user wrote does not depend on what is computed from it.',
      room('catalog'),
      room('findings'),
    ),
    fence(
      'budget',
      'The arithmetic takes plain numbers, wherever they came from.',
      typesOf('topology'),
      room('catalog'),
    ),
    fence('sizing', 'Sizes follow from the arithmetic alone.', room('budget'), room('queueing'), topologyItself),
    fence(
      'changes',
      'What a change does follows from its two files and what was worked out of them.',
      room('topology'),
      room('budget'),
      room('findings'),
      typesOf('sizing'),
    ),
    fence(
      'plan',
      'What follows from a topology does not depend on how it is judged.',
      room('budget'),
      room('sizing'),
      typesOf('topology'),
    ),
    fence(
      'rules',
      'A rule judges what was computed; it neither reads nor prints.',
      room('words'),
      typesOf('plan'),
      room('budget'),
      room('sizing'),
      room('findings'),
      topologyItself,
      typesOf('catalog'),
    ),
    fence(
      'generate',
      'Configuration is text made of a topology and its budget; where both come from and where it goes is decided elsewhere.',
      room('words'),
      topologyItself,
      typesOf('budget'),
      typesOf('sizing'),
      typesOf('catalog'),
    ),
    fence('words', 'How a number or a reason is said does not depend on who says it.', room('findings'), computedTypes),
    fence(
      'documents',
      'What a result is does not depend on who makes it or prints it.',
      room('findings'),
      room('words'),
      computedTypes,
      topologyItself,
    ),
    fence(
      'report',
      'A format turns a finished result into text.',
      room('documents'),
      room('words'),
      room('findings'),
      computedTypes,
      topologyItself,
    ),
    fence(
      'pipeline',
      'The way from a text to a result knows neither files nor formats.',
      room('topology'),
      room('plan'),
      room('rules'),
      room('findings'),
      room('sizing'),
      room('changes'),
      room('documents'),
    ),
    fence(
      'action',
      'The step of the GitHub action calls the program as anybody does, and tells what it said.',
      room('findings'),
      typesOf('documents/check'),
      room('report'),
      room('io'),
    ),
    fence('io', 'Files and streams carry text; what it means is decided elsewhere.', room('findings')),
    {
      name: 'topology-itself',
      comment: 'Rooms that know a topology without the tools that read one get none of them by this door.',
      severity: 'error',
      from: { path: '^src/topology/pools\\.ts$' },
      to: { path: '.', pathNot: typesOf('topology') },
    },
    {
      name: 'library',
      comment: 'Other programs get the calculator without the command line.',
      severity: 'error',
      from: { path: '^src/index\\.ts$' },
      to: { path: [room('commands'), room('cli'), room('io')] },
    },
    {
      name: 'face',
      comment: 'What other programs may use is chosen for them; rooms know each other by name.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/index\\.ts$' },
    },
    {
      name: 'one-way',
      comment:
        'Of two files that need each other neither can be understood first; the linter sees it only where code is loaded.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'commands-are-last',
      comment: 'Commands only say what can be asked for, so no room can need one.',
      severity: 'error',
      from: { path: '^src/', pathNot: room('commands') },
      to: { path: room('commands') },
    },
    {
      name: 'cli-is-late',
      comment: 'The command line puts rooms together, so no room but its commands can need it.',
      severity: 'error',
      from: { path: '^src/', pathNot: [room('commands'), room('cli')] },
      to: { path: room('cli') },
    },
    {
      name: 'action-is-apart',
      comment: 'The program does not know where it runs.',
      severity: 'error',
      from: { path: '^src/', pathNot: room('action') },
      to: { path: room('action') },
    },
    tool(
      'schema-tools',
      'How a topology is written can change without the arithmetic.',
      packages('zod', 'js-yaml'),
      'topology',
    ),
    tool(
      'terminal-tools',
      'How a plan looks can change without what it says.',
      packages('chalk', 'cli-table3', 'string-width'),
      'report',
    ),
    tool(
      'command-line-tools',
      'The library works in programs that have no command line.',
      packages('@oclif'),
      'commands',
    ),
    {
      name: 'system',
      comment: 'Everything but io is a function of its arguments, so it can be tested and trusted without a machine.',
      severity: 'error',
      from: { path: '^src/', pathNot: room('io') },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    tool(
      'hashes',
      'A hash is a function of its arguments; only reports need names that last, and nobody needs what is random.',
      '^(node:)?crypto$',
      'documents',
      'report',
    ),
    {
      name: 'declared-packages',
      comment: 'A package that package.json does not name can vanish with the one that brought it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['node', 'import', 'require', 'default'] },
  },
};
