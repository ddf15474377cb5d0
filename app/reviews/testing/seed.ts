import { randomUUID } from 'node:crypto'
import { loadCase } from '~/cases/case.store.server'
import { loadForm } from '~/cases/form-versions.store.server'
import { canonicalText, sha256Hex } from '~/forms/canonical'
import type { Json } from '~/forms/json'
import type { CaseRecord } from '~/forms/record'
import type { Surroundings } from '~/forms/surroundings'
import { loadDemo } from '~/grants/demo/load-demo.server'
import { publishProgrammes } from '~/grants/publish.server'
import { importRegister } from '~/grants/register/import-register.server'
import { db } from '~/platform/db.server'
import { putFile } from '~/platform/files.server'

/** Register, forms and the demonstration. */
export async function seedPortal(now: Date): Promise<void> {
  await importRegister()
  await publishProgrammes(now)
  await loadDemo(now)
}

export async function roundOf(formId: string) {
  return db().round.findFirstOrThrow({ where: { formVersion: { formId } } })
}

export async function agencyId(name: string): Promise<string> {
  return (await db().organisation.findUniqueOrThrow({ where: { name } })).id
}

export async function userId(name: string): Promise<string> {
  return (await db().user.findFirstOrThrow({ where: { name } })).id
}

export interface Handed {
  readonly caseId: string
  readonly recordHash: string
  readonly pdf: Uint8Array
}

/** Hands a case in as signing and sealing would leave it, with a stand-in for the document. */
export async function handIn(
  formId: string,
  code: string,
  input: {
    answers: Readonly<Record<string, Json>>
    explanations?: Readonly<Record<string, string>>
    at: Date
    late?: boolean
    amount?: number
    remaining?: number
    caseNumber?: string
    sealed?: boolean
  },
): Promise<Handed> {
  const row = await db().case.findFirstOrThrow({
    where: { organisation: { code }, formVersion: { formId } },
    include: { round: true, organisation: true },
  })
  const form = await loadForm(row.formVersionId)
  const { surroundings } = await loadCase(row.id)
  const record = recordOf(row.id, surroundings, input, {
    form: { id: formId, version: 1, hash: form.hash },
    round: row.round,
  })
  const text = canonicalText(JSON.parse(JSON.stringify(record)))
  const pdf = new TextEncoder().encode(`%PDF-1.7 ${row.organisation.name} ${randomUUID()}`)
  const { sha256 } = await putFile(pdf)
  const kim = await userId('Kim Korallrot')
  const mandate = await db().mandate.findFirstOrThrow({ where: { holderId: kim } })
  const person = { requesterId: kim, signatoryId: kim }
  const request = await db().signatureRequest.create({
    data: {
      ...person,
      caseId: row.id,
      revision: 1,
      record: text,
      recordHash: sha256Hex(text),
      pdfHash: sha256,
      requestedAt: input.at,
      state: 'signed',
      closedAt: input.at,
    },
  })
  await db().signature.create({
    data: {
      requestId: request.id,
      userId: kim,
      mandateId: mandate.id,
      at: input.at,
      method: 'demo',
      seenHash: sha256,
      signedPdfHash: sha256,
    },
  })
  await db().submission.create({
    data: {
      caseId: row.id,
      version: 1,
      requestId: request.id,
      receivedAt: input.at,
      late: input.late ?? false,
      ...(input.sealed === false ? {} : { sealedPdfHash: sha256, sealedAt: input.at }),
    },
  })
  await db().case.update({
    where: { id: row.id },
    data: {
      state: 'submitted',
      surroundings: JSON.parse(JSON.stringify(surroundings)),
      submittedAt: input.at,
      late: input.late ?? false,
      amount: input.amount ?? null,
      remaining: input.remaining ?? null,
      ...(input.caseNumber ? { caseNumber: input.caseNumber } : {}),
    },
  })
  return { caseId: row.id, recordHash: request.recordHash, pdf }
}

function recordOf(
  id: string,
  surroundings: Surroundings,
  input: { answers: Readonly<Record<string, Json>>; explanations?: Readonly<Record<string, string>>; at: Date },
  of: {
    form: CaseRecord['form']
    round: { programme: string; kind: string; year: number; deadline: Date }
  },
): CaseRecord {
  const { programme, kind, year, deadline } = of.round
  return {
    bidra: 1,
    case: { id },
    form: of.form,
    round: { programme, kind, year, deadline: deadline.toISOString() },
    surroundings,
    answers: input.answers,
    explanations: input.explanations ?? {},
    frozenAt: input.at.toISOString(),
  }
}
