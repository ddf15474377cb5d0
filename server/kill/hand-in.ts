import { z } from 'zod'
import { db } from '~/platform/db.server'
import { Visitor } from '../../e2e/support/visitor'
import { workedCase } from '../../e2e/support/worked-case'

export const forms = {
  'po-application': workedCase('personligt-ombud', 'application.form.yaml', 'po-application-botkyrka-2021.json'),
  'po-return': workedCase('personligt-ombud', 'return.form.yaml', 'po-return-botkyrka-2020.json'),
  'bup-return': workedCase('barn-och-unga', 'return.form.yaml', 'bup-return-botkyrka-2020.json'),
} as const

/** A request for a signature, and the signatory who is about to answer it. */
export interface Ready {
  readonly caseId: string
  readonly requestId: string
  /** Signs and submits. Rejects when no answer comes. */
  sign(): Promise<{ readonly status: number; readonly location: string | undefined }>
}

/** Botkyrka's real case, filled in page by page and put before its signatory, all over HTTP. */
export async function readyToSign(origin: string, formId: keyof typeof forms): Promise<Ready> {
  const officer = await demoPerson(origin, 'Ylva Ängsull')
  const signatory = await demoPerson(origin, 'Kim Korallrot')
  const { id: caseId } = await db().case.findFirstOrThrow({
    where: { organisation: { name: 'Botkyrka kommun' }, formVersion: { formId } },
    orderBy: { round: { year: 'desc' } },
  })
  const href = `/arenden/${caseId}`
  await officer.post(href)
  const { pages, explanations } = forms[formId]
  for (const { id, fields } of pages) {
    const { revision } = await db().case.findUniqueOrThrow({ where: { id: caseId } })
    const typed: Record<string, string[]> = {}
    for (const [name, text] of fields) typed[name] = [...(typed[name] ?? []), text]
    await officer.post(`${href}/sida/${id}`, { ...typed, revision: String(revision) })
  }
  const words = Object.entries(explanations).map(([check, text]) => [`explain:${check}`, text])
  await officer.post(`${href}/granska`, Object.fromEntries(words))
  const mandate = await db().mandate.findFirstOrThrow({ where: { holder: { name: 'Kim Korallrot' } } })
  const asked = await officer.post(`${href}/underskrift`, { mandate: mandate.id })
  if (asked.status !== 303) throw new Error(`Nobody could be asked: ${asked.status} ${asked.text}`)
  const request = await db().signatureRequest.findFirstOrThrow({ where: { caseId, state: 'open' } })
  const fields = { accept: 'on', seenHash: request.pdfHash }
  return {
    caseId,
    requestId: request.id,
    sign: () => signatory.post(`/skriv-under/${request.id}`, fields),
  }
}

async function demoPerson(origin: string, name: string): Promise<Visitor> {
  const { id } = await db().user.findFirstOrThrow({ where: { name } })
  return new Visitor(origin).become(id)
}

/** What has become of a case that was signed. */
export interface Submitted {
  readonly submissions: number
  readonly sealed: string | null
  /** How often each address got the receipt. */
  readonly receipts: Readonly<Record<string, number>>
  readonly state: string
}

const attachments = z.array(z.object({ sha256: z.string() }))

export async function submitted(caseId: string): Promise<Submitted> {
  const found = await db().submission.findMany({ where: { caseId } })
  const sealed = found[0]?.sealedPdfHash ?? null
  const { state } = await db().case.findUniqueOrThrow({ where: { id: caseId } })
  const mails = await db().mail.findMany({ select: { to: true, attachments: true } })
  const receipts: Record<string, number> = {}
  for (const { to, attachments: files } of mails)
    if (attachments.parse(files).some(({ sha256 }) => sha256 === sealed)) receipts[to] = (receipts[to] ?? 0) + 1
  return { submissions: found.length, sealed, receipts, state }
}
