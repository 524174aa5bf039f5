/** Parse Server on PostgreSQL with as many lamps as asked for: `node server.mjs PARSE_PORT POSTGRES_PORT LAMPS [wall]`. */
import { ParseServer } from 'parse-server'
import pg from 'pg'
import { work } from './lamps.mjs'
import { startPostgres } from './postgres.mjs'
import { wall } from './wall.mjs'

const [parsePort, postgresPort, lamps] = process.argv.slice(2, 5).map(Number)
const hasWall = process.argv[5] === 'wall'
const key = 'peer'

const fields = {
  place: { type: 'String' },
  at: { type: 'String' },
  state: { type: 'String' },
  by: { type: 'String' },
  code: { type: 'String' },
  words: { type: 'String' },
  version: { type: 'Number' },
  events: { type: 'Array' },
}

const fill = `INSERT INTO "Lamp" ("objectId", "createdAt", "updatedAt", place, at, state, code, words, version, events)
  SELECT 'lamp-' || n, now(), now(), 'p' || n % 100, to_char(timestamp '2021-01-01' + n * interval '1 second', 'YYYY-MM-DD"T"HH24:MI:SS.000"Z"'),
    'dark', 'c' || n, repeat('愿', 230), 0, '[]'::jsonb FROM generate_series(0, $1::int - 1) n`

const postgres = await startPostgres(postgresPort)
await ParseServer.startApp({
  databaseURI: postgres.uri,
  appId: key,
  masterKey: key,
  serverURL: `http://127.0.0.1:${parsePort}/parse`,
  mountPath: '/parse',
  port: parsePort,
  silent: true,
  logsFolder: null,
  directAccess: true,
  allowClientClassCreation: false,
  schema: {
    definitions: [
      { className: 'Lamp', fields },
      { className: 'Donor', fields: { person: { type: 'String' }, used: { type: 'Number' }, held: { type: 'Array' } } },
    ],
  },
  cloud: () => {
    for (const [name, run] of Object.entries({ ...work, ...wall })) Parse.Cloud.define(name, run)
  },
})
const database = new pg.Client({ connectionString: postgres.uri })
await database.connect()
await database.query(fill, [lamps])
await database.query('CREATE UNIQUE INDEX lamp_code ON "Lamp" (code)')
await database.query('CREATE INDEX lamp_newest ON "Lamp" (place, at DESC)')
await database.query('CREATE UNIQUE INDEX donor_person ON "Donor" (person)')
if (hasWall) await database.query('CREATE INDEX lamp_wall ON "Lamp" (state, code)')
await database.query('VACUUM ANALYZE "Lamp"')
await database.end()
/** Parse Server listens for signals itself and would leave the database behind. */
process.stdin.resume().once('end', async () => {
  await postgres.stop()
  process.exit(0)
})
console.log('peer is ready')
