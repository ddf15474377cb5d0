import { z } from 'zod'
import type { CaseRecord } from '~/forms/record'
import { json, readSurroundings } from './draft-row'

const record = z.object({
  bidra: z.literal(1),
  case: z.object({
    id: z.string(),
    caseNumber: z.string().exactOptional(),
    ownCaseNumber: z.string().exactOptional(),
  }),
  form: z.object({ id: z.string(), version: z.number(), hash: z.string() }),
  round: z.object({ programme: z.string(), kind: z.string(), year: z.number(), deadline: z.string() }),
  surroundings: z.unknown().transform(readSurroundings),
  answers: z.record(z.string(), json),
  explanations: z.record(z.string(), z.string()),
  frozenAt: z.string(),
})

/** A frozen record from its canonical text. Throws when it is not one. */
export function readRecord(text: string): CaseRecord {
  return record.parse(JSON.parse(text))
}
