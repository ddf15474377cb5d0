import { db } from '~/platform/db.server'
import { closeDatabase } from '~/platform/jobs.server'
import { exportRound } from '~/reviews/export/export-round.server'
import { everything } from '~/reviews/worklist-filter'
import type { ExportRun } from './xlsx-memory'

/** Exports a round (argument: its id) and prints what that took of memory. */
const [roundId = ''] = process.argv.slice(2)
const { agencyId } = await db().roundDesk.findFirstOrThrow({ where: { roundId } })
const { id: userId } = await db().user.findFirstOrThrow({ where: { demo: true } })

const began = performance.now()
const idle = process.memoryUsage().rss
let peak = idle
const look = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss)
}, 10)
const sweep = setInterval(() => globalThis.gc?.(), 500)
const { stream } = await exportRound(
  { roundId, agencyIds: [agencyId], now: new Date() },
  everything,
  'xlsx',
  'sv',
  userId,
)
let bytes = 0
for await (const part of stream) bytes += part.length
clearInterval(look)
clearInterval(sweep)
peak = Math.max(peak, process.memoryUsage().rss)
const result: ExportRun = { peak, idle, bytes, seconds: (performance.now() - began) / 1_000 }
await closeDatabase()
process.stdout.write(JSON.stringify(result))
