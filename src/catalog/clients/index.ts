import { applications } from './applications.ts';
import { dotnet } from './dotnet.ts';
import { elixir } from './elixir.ts';
import { go } from './go.ts';
import { jvm } from './jvm.ts';
import { node } from './node.ts';
import { php } from './php.ts';
import { python } from './python.ts';
import { ruby } from './ruby.ts';
import { rust } from './rust.ts';
import { serverless } from './serverless.ts';
import type { Client } from './types.ts';

/** Every client the catalog knows, by language; where two generations differ, the plain id is the newest. */
export const clients: readonly Client[] = [
  ...ruby,
  ...python,
  ...jvm,
  ...node,
  ...go,
  ...rust,
  ...elixir,
  ...dotnet,
  ...php,
  ...serverless,
  ...applications,
];

const byId: ReadonlyMap<string, Client> = new Map(clients.map((client) => [client.id, client]));

/** The client with this id, or null. */
export function findClient(id: string): Client | null {
  return byId.get(id) ?? null;
}
