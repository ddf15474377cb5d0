import { formatDateTime, formatKronor } from '~/forms/format'
import type { CaseRecord } from '~/forms/record'
import { type Language, languages } from '~/forms/text'
import { resolveText } from '~/forms/texts'
import type { Tx } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { translator } from '~/platform/i18n/translator.server'
import { type OutgoingMail, queueMail } from '~/platform/mail.server'
import { loadCase } from './case.store.server'
import type { CheckedCase } from './check.server'
import { loadForm } from './form-versions.store.server'
import { fileStem } from './print.server'
import { readRecord } from './read-record'
import { loadRequest, type Person, type StoredRequest } from './signature.store.server'
import { type Signer, signersOf } from './signers'
import type { StoredSubmission } from './submission.store.server'

const link = (path: string) => new URL(path, env().origin).href

const languageOf = (person: { readonly language: string }): Language =>
  languages.find((language) => language === person.language) ?? 'sv'

interface Letter extends Omit<OutgoingMail, 'text'> {
  readonly paragraphs: readonly string[]
  /** Why the reader gets it; stands last. */
  readonly why: string
}

const letter = ({ paragraphs, ...mail }: Letter): OutgoingMail => ({ ...mail, text: paragraphs.join('\n\n') })

/** Asks each of those who are to sign to read and sign. */
export async function tellSignatories(
  tx: Tx,
  asked: { request: StoredRequest; checked: CheckedCase; record: CaseRecord },
): Promise<void> {
  for (const signer of signersOf(asked.request)) await tellSignatory(tx, signer, asked)
}

/** The same letter once more to these of them, with whose reminder it is. */
export async function tellReminded(
  tx: Tx,
  signers: readonly Signer[],
  { request, checked, officer }: { request: StoredRequest; checked: CheckedCase; officer: string },
): Promise<void> {
  const record = readRecord(request.record)
  for (const signer of signers) await tellSignatory(tx, signer, { request, checked, record, reminder: officer })
}

async function tellSignatory(
  tx: Tx,
  { person: signatory, partner }: Signer,
  asked: { request: StoredRequest; checked: CheckedCase; record: CaseRecord; reminder?: string },
): Promise<void> {
  const { request, checked, record, reminder } = asked
  const language = languageOf(signatory)
  const t = translator(language, 'mail')
  const { form, stored } = checked
  const title = resolveText(form, form.definition.title, language, { surroundings: record.surroundings })
  const common = { title, organisation: stored.organisationName, requester: request.requester.name }
  const kind = form.definition.kind === 'application' ? 'applied' : 'used'
  const { figures } = form.definition
  const amounts = ([kind, 'remaining'] as const).flatMap((word) => {
    const id = word === 'remaining' ? figures.remaining : figures.amount
    const value = id === undefined ? undefined : record.answers[id]
    return typeof value === 'number' ? [t(`sign.${word}`, { amount: formatKronor(value, language) })] : []
  })
  const again = translator(language, 'reminder')
  const requestedAt = formatDateTime(request.requestedAt, language)
  await queueMail(
    tx,
    letter({
      to: signatory.email,
      language,
      subject: reminder ? again('mail.subject', common) : t('sign.subject', common),
      paragraphs: [
        reminder ? again('mail.ask', { ...common, officer: reminder, requestedAt }) : t('sign.ask', common),
        ...(amounts.length > 0 ? [amounts.join(' ')] : []),
        t('sign.deadline', { deadline: formatDateTime(stored.deadline, language) }),
        ...(request.message ? [t('sign.message', { ...common, message: request.message })] : []),
      ],
      button: { label: t('sign.button'), href: link(`/skriv-under/${request.id}`) },
      why: t('sign.why', { organisation: partner?.name ?? stored.organisationName }),
    }),
  )
}

/** Tells those who were asked that there is nothing to sign any more, whether they had signed or not; not whoever ended it. */
export async function tellUnlocked(
  tx: Tx,
  request: StoredRequest,
  by: { readonly id: string; readonly name: string },
  why: 'unlocked' | 'declined' = 'unlocked',
): Promise<void> {
  for (const { person } of signersOf(request)) {
    if (person.id !== by.id) await tellOneUnlocked(tx, request, person, { officer: by.name, why })
  }
}

async function tellOneUnlocked(
  tx: Tx,
  request: StoredRequest,
  person: Person,
  { officer, why }: { readonly officer: string; readonly why: 'unlocked' | 'declined' },
): Promise<void> {
  const language = languageOf(person)
  const t = translator(language, 'mail')
  await queueMail(
    tx,
    letter({
      to: person.email,
      language,
      subject: t('unlocked.subject', { title: await titleOf(request, language) }),
      paragraphs: [
        why === 'unlocked'
          ? t('unlocked.text', { officer })
          : translator(language, 'signers')('declined.text', { name: officer }),
      ],
      button: { label: t('unlocked.button'), href: link('/skriv-under') },
      why: t('unlocked.why'),
    }),
  )
}

/** Tells the officer why the signatory did not sign. */
export async function tellDeclined(
  tx: Tx,
  request: StoredRequest,
  { name: signatory }: { readonly name: string },
  reason: string,
): Promise<void> {
  const language = languageOf(request.requester)
  const t = translator(language, 'mail')
  await queueMail(
    tx,
    letter({
      to: request.requester.email,
      language,
      subject: t('declined.subject', { title: await titleOf(request, language) }),
      paragraphs: [t('declined.text', { signatory }), t('declined.reason', { reason })],
      button: { label: t('declined.button'), href: link(`/arenden/${request.caseId}`) },
      why: t('declined.why'),
    }),
  )
}

/**
 * The receipt with the sealed document, to the contact person, whoever asked for the signature, and the organisation; and to
 * those who signed for a partner, who see nothing else of the case.
 */
export async function sendReceipt(tx: Tx, submission: StoredSubmission, sealedPdfHash: string): Promise<void> {
  const request = await loadRequest(submission.requestId, tx)
  const stored = await loadCase(submission.caseId, tx)
  const record = readRecord(submission.record)
  const own = { language: languageOf(request.requester), href: `/arenden/${stored.id}/kvittens` }
  const to = receiptAddresses(record, request.requester.email, stored.organisationEmail)
  const partners = signersOf(request).flatMap(({ person, partner }) => (partner ? [{ person, partner }] : []))
  for (const { address, language, href, partner } of [
    ...to.map((address) => ({ ...own, address, partner: undefined })),
    ...partners.map(({ person, partner }) => ({
      partner: partner.name,
      address: person.email,
      language: languageOf(person),
      href: `/skriv-under/${request.id}`,
    })),
  ]) {
    const t = translator(language, 'mail')
    const facts = {
      title: await titleOf(request, language),
      agency: record.surroundings.agency.name,
      organisation: stored.organisationName,
      receivedAt: formatDateTime(submission.receivedAt, language, { seconds: true }),
    }
    await queueMail(
      tx,
      letter({
        to: address,
        language,
        subject: t('receipt.subject', facts),
        paragraphs: [
          t('receipt.text', facts),
          ...(submission.late ? [t('receipt.late')] : []),
          ...[submission.signature, ...submission.further].map((signature) =>
            t('receipt.signed', { signatory: signature?.name ?? '', signatoryTitle: signature?.title ?? '' }),
          ),
          t('receipt.attached'),
          t('receipt.code', { code: submission.recordHash.replace(/(.{8})(?=.)/g, '$1 ') }),
        ],
        button: { label: t(partner ? 'receipt.partnerButton' : 'receipt.button'), href: link(href) },
        why: partner ? t('receipt.partnerWhy', { partner }) : t('receipt.why'),
        attachments: [{ name: `${fileStem(stored)}.pdf`, type: 'application/pdf', sha256: sealedPdfHash }],
      }),
    )
  }
}

/** The contact person that the record names, whoever asked for the signature, and the organisation: each once. */
export function receiptAddresses(record: CaseRecord, requester: string, organisation: string | null): string[] {
  const addresses = [record.answers.contactEmail, requester, organisation]
    .filter((address): address is string => typeof address === 'string' && address.includes('@'))
    .map((address) => address.toLowerCase())
  return [...new Set(addresses)]
}

async function titleOf(request: StoredRequest, language: Language): Promise<string> {
  const record = readRecord(request.record)
  const stored = await loadCase(request.caseId)
  const form = await loadForm(stored.formVersionId)
  return resolveText(form, form.definition.title, language, { surroundings: record.surroundings })
}
