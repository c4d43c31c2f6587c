/**
 * What a node is for a server that replaces the processes inside a host: connections grow with processes, so twice
 * the processes of each node count as twice the nodes.
 */
export const processesAsNodes =
  'one host; what the server does to the processes inside is counted in nodes: twice the processes are twice the nodes';
