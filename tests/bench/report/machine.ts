import { cpus, release, totalmem, type } from 'node:os';
import { connect } from '#server/db/database.ts';
import { testServerUrl } from '../../helpers/database.ts';
import { peerVersion } from '../peers.ts';

/** Where and with what was measured. */
export interface Machine {
  date: string;
  cores: string;
  memory: string;
  system: string;
  node: string;
  postgres: string;
  versions: string;
}

/** Looks at this machine and at the PostgreSQL that is used. */
export async function describeMachine(): Promise<Machine> {
  const sql = connect(process.env['DATABASE_URL'] || testServerUrl(), 1);
  const [row] = await sql<{ version: string; fsync: string; commit: string }[]>`
    select current_setting('server_version') as version, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as commit`;
  await sql.end();
  const names = ['@y/websocket-server', '@hocuspocus/server', 'yjs', 'ws'];
  return {
    date: new Date().toISOString().slice(0, 10),
    cores: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
    memory: `${Math.round(totalmem() / 1_073_741_824)} GB`,
    system: `${type()} ${release()}`,
    node: process.version,
    postgres: `${row?.version}, fsync ${row?.fsync}, synchronous_commit ${row?.commit}`,
    versions: names.map((name) => `${name} ${peerVersion(name)}`).join(', '),
  };
}
