import type { CaseRecord } from '~/forms/record'
import type { Language } from '~/forms/text'
import { env } from '~/platform/env.server'
import { isTrial } from '~/signing/authority.server'
import type { PrintedDocument, PrintedSignatory } from '~/views/pdf/document'
import { renderPdf } from '~/views/pdf/render.server'
import { signedBy } from '~/views/pdf/signed-by'
import { summarise } from '~/views/summary/summarise'
import type { StoredCase } from './case.store.server'
import { type CheckedCase, checkCase } from './check.server'
import { formContext } from './context.server'
import { certifyingPartners } from './partners.server'

/**
 * A reading copy as PDF, marked UTKAST: the form as filled in, or empty.
 *
 * @param now the copy's date
 * @throws PortalError notFound
 */
export async function readingCopy(
  caseId: string,
  what: 'draft' | 'empty',
  language: Language,
  now: Date,
): Promise<{ pdf: Uint8Array; fileName: string }> {
  const checked = await checkCase(caseId, language)
  const { stored, form, judgement } = checked
  const context = formContext(language, stored.recipientCode)
  const source = { state: what, judgement, surroundings: stored.surroundings } as const
  const pdf = await renderPdf({
    ...(await heading(checked, language, now.toISOString())),
    summary: summarise(form, source, context),
    content: { state: what },
  })
  const words = { sv: { draft: 'utkast', empty: 'blankett' }, en: { draft: 'draft', empty: 'form' } }[language]
  return { pdf, fileName: `${fileStem(stored)}-${words[what]}.pdf` }
}

/**
 * The document that is signed, rendered from the frozen record alone: equal records give equal bytes. It is in the
 * portal's first language: the authority's.
 */
export async function printRecord(input: {
  readonly checked: CheckedCase
  readonly record: CaseRecord
  readonly recordText: string
  readonly recordHash: string
  readonly signatory: PrintedSignatory
  /** Who signs beside the signatory, by `signers` of the form, and for the partners. */
  readonly further: readonly {
    readonly role: string
    readonly name: string
    readonly title: string
    readonly decision: string
    readonly organisation: string
  }[]
  readonly requestedBy: string
}): Promise<Uint8Array> {
  const { checked, record } = input
  const context = formContext('sv', checked.stored.recipientCode)
  const signers = new Map(input.further.map(({ role, ...signer }) => [role, signer]))
  return renderPdf({
    ...(await heading(checked, 'sv', record.frozenAt, (role) => signers.get(role))),
    summary: summarise(checked.form, { state: 'record', record }, context),
    content: {
      state: 'final',
      record: input.recordText,
      recordHash: input.recordHash,
      signatory: input.signatory,
      requestedBy: input.requestedBy,
      verifyAt: new URL('/kontrollera', env().origin).href,
      trial: await isTrial(),
    },
  })
}

async function heading(
  { stored, form, judgement }: CheckedCase,
  language: Language,
  at: string,
  signatoryOf: (role: string) => PrintedSignatory | undefined = () => undefined,
): Promise<Omit<PrintedDocument, 'summary' | 'content'>> {
  const { recipient, agency } = stored.surroundings
  return {
    language,
    recipient: {
      name: recipient.name,
      ...(recipient.contact.board ? { board: recipient.contact.board } : {}),
      ...(recipient.orgNumber ? { orgNumber: recipient.orgNumber } : {}),
    },
    agency: agency.name,
    ...(stored.caseNumber ? { caseNumber: stored.caseNumber } : {}),
    ...(stored.ownCaseNumber ? { ownCaseNumber: stored.ownCaseNumber } : {}),
    deadline: stored.deadline.toISOString(),
    at,
    ...signedBy(
      form,
      stored.surroundings,
      language,
      signatoryOf,
      await certifyingPartners(form.definition, judgement.values),
    ),
  }
}

/** «personligt-ombud-aterrapportering-2020-botkyrka», for file names. */
export function fileStem(stored: StoredCase): string {
  const kind = { application: 'ansokan', return: 'aterrapportering', survey: 'enkat' }[stored.kind]
  const place = stored.surroundings.recipient.shortName
  return [stored.programme, kind, String(stored.year), place].map(plain).join('-')
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
