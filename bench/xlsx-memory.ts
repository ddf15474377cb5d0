import { spawn } from 'node:child_process'
import { db } from '~/platform/db.server'
import { projectRoot } from '~/platform/root.server'
import { workedCase } from '~/views/testing/worked-case'
import { type Benchmark, megabytes } from './figure'

const few = 1_000
const many = 10_000

/** What one export prints, in a process of its own. */
export interface ExportRun {
  readonly peak: number
  /** Before the first row. */
  readonly idle: number
  readonly bytes: number
  readonly seconds: number
}

/**
 * A round's cases as XLSX: the process's peak memory at two sizes. Garbage is collected twice a second: what V8 leaves lying
 * for later, since there is room, is not what the export holds.
 */
export const xlsxMemory: Benchmark = async () => {
  const small = await exportIn(await fillRound(few, 1901))
  const large = await exportIn(await fillRound(many, 1902))
  const growth = (large.peak - small.peak) / small.peak
  const words = (run: ExportRun) =>
    `peak ${megabytes(run.peak)} (idle ${megabytes(run.idle)}), ${megabytes(run.bytes)} written in ${run.seconds.toFixed(1)} s`
  return [
    {
      name: `XLSX of ${many} cases`,
      value: words(large),
      floor: `${few} cases: ${words(small)}`,
      goal: 'memory does not grow with the number of cases (within 25 %)',
      met: growth < 0.25,
      notes: [`ten times the cases take ${(growth * 100).toFixed(0)} % more memory, garbage collected twice a second`],
    },
  ]
}

/** A round with as many handed-in cases as asked for, each with the worked case's record. @returns its id */
async function fillRound(cases: number, year: number): Promise<string> {
  const worked = workedCase('personligt-ombud/cases/po-return-botkyrka-2020')
  const round = await db().round.findFirstOrThrow({
    where: { formVersion: { formId: 'po-return' } },
    orderBy: { year: 'desc' },
    include: { desks: true },
  })
  const { id: personId } = await db().user.findFirstOrThrow({ where: { demo: true } })
  const copy = await db().round.create({
    data: {
      programme: round.programme,
      kind: round.kind,
      year,
      formVersionId: round.formVersionId,
      opensAt: round.opensAt,
      deadline: round.deadline,
      desks: { create: round.desks.map(({ agencyId }) => ({ agencyId })) },
    },
  })
  const agencyId = round.desks[0]?.agencyId ?? ''
  await db().$executeRaw`
    WITH places AS (
      INSERT INTO "Organisation" (id, kind, name, "shortName")
      SELECT gen_random_uuid(), 'municipality', 'Mätkommun ' || ${year}::int || ' ' || n, 'Mät ' || lpad(n::text, 5, '0') FROM generate_series(1, ${cases}::int) n
      RETURNING id),
    cases AS (
      INSERT INTO "Case" (id, "roundId", "organisationId", "agencyId", "formVersionId", state, "submittedAt", amount, remaining)
      SELECT gen_random_uuid(), ${copy.id}::uuid, places.id, ${agencyId}::uuid, ${round.formVersionId}::uuid, 'submitted', now(), 1127386, 0
      FROM places RETURNING id),
    requests AS (
      INSERT INTO "SignatureRequest" (id, "caseId", revision, record, "recordHash", "pdfHash", "requesterId", "signatoryId", "requestedAt", state)
      SELECT gen_random_uuid(), cases.id, 1, ${worked.recordText}, ${'0'.repeat(64)}, ${'0'.repeat(64)}, ${personId}::uuid, ${personId}::uuid, now(), 'signed'
      FROM cases RETURNING id, "caseId")
    INSERT INTO "Submission" (id, "caseId", version, "requestId", "receivedAt", late)
    SELECT gen_random_uuid(), requests."caseId", 1, requests.id, now(), false FROM requests`
  await db().$executeRaw`ANALYZE`
  return copy.id
}

function exportIn(roundId: string): Promise<ExportRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', 'bench/xlsx-export.ts', roundId], {
      cwd: projectRoot(),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let text = ''
    child.stdout.on('data', (part) => {
      text += part
    })
    child.on('exit', (code) =>
      code === 0 ? resolve(JSON.parse(text)) : reject(new Error(`The export failed (${code})`)),
    )
  })
}
