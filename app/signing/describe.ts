import { formatDateTime } from '~/forms/format'
import { type Json, member } from '~/forms/json'
import type { Language } from '~/forms/text'
import en from '../../locales/en/verify.json'
import sv from '../../locales/sv/verify.json'
import type {
  ForeignChange,
  Verdict,
  Verification,
  VerificationLine,
  VerificationWords,
  VerifiedSignature,
} from './verification'

type Words = typeof sv
const languages: Readonly<Record<Language, Words>> = { sv, en }

const states = {
  authentic: 'good',
  notSealed: 'warning',
  changed: 'bad',
  untrusted: 'bad',
  unsigned: 'warning',
  unreadable: 'bad',
} as const satisfies Record<Verdict, VerificationWords['state']>

/**
 * A verification in words: one verdict and, for a signed document, five lines. `register` says whether this
 * installation keeps a submitted document with the same control code; leave it out where nobody has looked.
 */
export function describeVerification(
  verification: Verification,
  language: Language,
  register?: 'found' | 'notFound',
): VerificationWords {
  const words = languages[language]
  const { verdict, signatures } = verification
  const { title, text } = words.verdict[verdict]
  const named = fill(text, { ...parties(verification.record, words), at: when(sealOf(signatures)?.at, language) })
  const signed = signatures.length > 0
  return {
    state: states[verdict],
    title,
    text: verification.trial && verdict !== 'changed' ? `${named} ${words.trial}` : named,
    lines: signed
      ? [
          ...signatures.filter((each) => each.role === 'person').map((each) => personLine(each, words, language)),
          sealLine(sealOf(signatures), words),
          timestampLine(signatures, words, language),
          changesLine(verification.changes, words),
          controlCodeLine(verification, words, register),
        ]
      : [],
  }
}

function personLine(person: VerifiedSignature, words: Words, language: Language): VerificationLine {
  const who = [person.title, person.organisation].filter(Boolean).join(', ')
  const method = Object.entries(words.methods).find(([key]) => key === person.method)?.[1] ?? person.method ?? ''
  const title = fill(words.person.title, { name: person.name || words.someone })
  const detail = fill(words.person.detail, { who, method, at: when(person.at, language) })
  const earlier = fill(words.person.earlier, { who })
  return { id: 'person', title, ...judged(person, words, { ...words.person, detail, earlier }) }
}

function sealLine(seal: VerifiedSignature | undefined, words: Words): VerificationLine {
  const { title, missing } = words.seal
  if (!seal) return { id: 'seal', state: 'warning', title, detail: missing, mark: words.marks.missing }
  return { id: 'seal', title, ...judged(seal, words, { ...words.seal, noTime: words.timestamp.missing }) }
}

interface Details {
  readonly detail: string
  readonly earlier: string
  readonly broken: string
  readonly unknown: string
  readonly noTime: string
}

function judged(
  signature: VerifiedSignature,
  { marks }: Words,
  details: Details,
): Pick<VerificationLine, 'state' | 'detail' | 'mark'> {
  if (!signature.intact) return { state: 'bad', detail: details.broken, mark: marks.invalid }
  if (!signature.timestampValid) return { state: 'bad', detail: details.noTime, mark: marks.invalid }
  if (!signature.trusted) return { state: 'bad', detail: details.unknown, mark: marks.unknown }
  if (!signature.coversContent) return { state: 'warning', detail: details.earlier, mark: marks.earlier }
  return { state: 'good', detail: details.detail, mark: marks.valid }
}

/** The last proved time: the seal's, or the signatory's before there is a seal. */
function timestampLine(signatures: readonly VerifiedSignature[], words: Words, language: Language): VerificationLine {
  const { title, detail, missing } = words.timestamp
  const stamped = signatures.findLast((each) => each.timestampValid && each.role !== 'documentTimestamp')
  if (!stamped?.at) return { id: 'timestamp', state: 'bad', title, detail: missing, mark: words.marks.missing }
  const values = { at: when(stamped.at, language), by: stamped.timestampBy ?? '' }
  return { id: 'timestamp', state: 'good', title, detail: fill(detail, values), mark: words.marks.valid }
}

function changesLine(changes: readonly ForeignChange[], words: Words): VerificationLine {
  const { title, none } = words.changes
  if (changes.length === 0) return { id: 'changes', state: 'good', title, detail: none, mark: words.marks.none }
  const detail = changes.map((each) => fill(words.changes[each.what], { page: String(each.page ?? '') })).join(' ')
  const mark =
    changes.length === 1 ? words.marks.changeOne : fill(words.marks.changeMany, { count: String(changes.length) })
  return { id: 'changes', state: 'bad', title, detail, mark }
}

function controlCodeLine(
  { recordHash, statedHash }: Verification,
  words: Words,
  register: 'found' | 'notFound' | undefined,
): VerificationLine {
  const { title, differs, missing, notFound } = words.controlCode
  const line = { id: 'controlCode', title } as const
  if (!recordHash) return { ...line, state: 'bad', detail: missing, mark: words.marks.missing }
  if (recordHash !== statedHash) return { ...line, state: 'bad', detail: differs, mark: words.marks.differs }
  const groups = recordHash.match(/.{8}/g) ?? []
  const code = `${groups.slice(0, 2).join(' ')} … ${groups.at(-1)}`
  if (register === 'notFound') {
    return { ...line, state: 'warning', detail: fill(notFound, { code }), mark: words.marks.notFound }
  }
  return { ...line, state: 'good', detail: code, mark: words.marks.agrees }
}

function sealOf(signatures: readonly VerifiedSignature[]): VerifiedSignature | undefined {
  return signatures.find((each) => each.role === 'seal')
}

/** From whom to whom, out of the embedded record. */
function parties(record: string | undefined, words: Words): { recipient: string; agency: string } {
  const surroundings = member(parsed(record), 'surroundings')
  const name = (key: string) => member(member(surroundings, key), 'name')
  const [recipient, agency] = [name('recipient'), name('agency')]
  return {
    recipient: typeof recipient === 'string' ? recipient : words.someone,
    agency: typeof agency === 'string' ? agency : words.somewhere,
  }
}

function parsed(record: string | undefined): Json | undefined {
  try {
    const json: unknown = record === undefined ? undefined : JSON.parse(record)
    return isJsonObject(json) ? json : undefined
  } catch {
    return undefined
  }
}

/** What JSON.parse gives is JSON: only the outermost shape has to be asked for. */
function isJsonObject(value: unknown): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function when(at: string | undefined, language: Language): string {
  return at === undefined ? '' : formatDateTime(at, language, { seconds: true })
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (place, name: string) => values[name] ?? place)
}
