import { from } from '../evidence.ts';
import { clientsIn } from './table.ts';

/** ADO.NET providers and EF Core. */
export const dotnet = clientsIn('C#', [
  {
    id: 'npgsql',
    name: 'Npgsql',
    kind: 'pool',
    defaults: [{ versions: '4.0 to 10.0', size: 100, min: 0 }],
    scope: 'pool object',
    settings: ['Maximum Pool Size in the connection string', 'Minimum Pool Size in the connection string'],
    hazards: ['Connection strings that differ in anything, even in Application Name, have a pool of 100 each.'],
    extras: [
      {
        name: 'replication',
        count: 1,
        per: 'process',
        byDefault: false,
        note: 'one for each replication connection, never pooled',
        ...from('source code', 'npgsql/npgsql: src/Npgsql/Replication/ReplicationConnection.cs'),
      },
    ],
    ...from('source code', 'https://github.com/npgsql/npgsql/blob/main/src/Npgsql/NpgsqlConnectionStringBuilder.cs'),
  },
  {
    id: 'efcore',
    name: 'EF Core',
    kind: 'pool',
    defaults: [{ versions: '6 and later', size: 100, note: "the provider's: 100 in Npgsql and in SqlClient" }],
    scope: 'process',
    settings: ["the provider's, in the connection string"],
    hazards: ['The 1024 of AddDbContextPool are context objects, not connections.'],
    ...from('source code', 'https://github.com/dotnet/efcore/blob/main/src/EFCore/Internal/DbContextPool.cs'),
  },
  {
    id: 'sqlclient',
    name: 'SqlClient (Microsoft.Data, System.Data)',
    kind: 'pool',
    defaults: [{ versions: null, size: 100, min: 0 }],
    scope: 'pool object',
    settings: ['Max Pool Size in the connection string', 'Min Pool Size in the connection string'],
    hazards: ['Integrated security makes a pool for each Windows identity.'],
    ...from(
      'source code',
      'https://github.com/dotnet/SqlClient/blob/main/src/Microsoft.Data.SqlClient/src/Microsoft/Data/Common/ConnectionString/DbConnectionStringDefaults.cs',
    ),
  },
]);
