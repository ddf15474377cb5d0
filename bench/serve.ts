import express from 'express'
import { query } from '~/platform/db.server'
import { closeDatabase } from '~/platform/jobs.server'
import { startHttp } from '../server/http'

/** The portal, and beside it the floor: a handler that runs one UPDATE on the same server and database. */
const bare = express.Router()
bare.post('/bench/bare/:id', async (request, response) => {
  await query('UPDATE bench_floor SET n = n + 1 WHERE id = $1', [Number(request.params.id)])
  response.sendStatus(204)
})

await query('CREATE TABLE IF NOT EXISTS bench_floor (id int PRIMARY KEY, n int NOT NULL DEFAULT 0)', [])
await query('INSERT INTO bench_floor (id) SELECT generate_series(0, 999) ON CONFLICT DO NOTHING', [])
const http = await startHttp([bare])
process.on('SIGTERM', async () => {
  await http.stop()
  await closeDatabase()
  process.exit(0)
})
process.stdout.write('ready\n')
