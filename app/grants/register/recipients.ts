import { registerOf } from '~/kinds/register'

/** An organisation that can be granted money. */
export interface Recipient {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly orgNumber: string | null
  readonly code: string | null
  readonly countyCode: string | null
  readonly county: string | null
}

/** Ways from what stands in a list to a recipient. */
export interface RecipientIndex {
  /** «212000-2882», «2120002882», «16212000-2882» */
  byNumber(text: string): Recipient | undefined
  /** «0127», and «127» where a spreadsheet dropped the zero */
  byCode(text: string): Recipient | undefined
  /** «Botkyrka», «Botkyrka kommun», «Stockholms stad», «0127 Botkyrka» */
  byName(text: string): Recipient | undefined
  /** The one with the nearest name, or undefined when none is near. */
  nearest(text: string): Recipient | undefined
}

/** Characters; nearness is not worth reckoning for what is longer. */
const longestName = 100

const digits = (text: string) => text.replace(/\D/g, '')

/** Looks recipients up among all of them. */
export function indexRecipients(all: readonly Recipient[]): RecipientIndex {
  // Whoever has no code is known by its id, which nobody writes.
  const register = registerOf(all.map(({ id, code, name, shortName }) => ({ code: code ?? id, name, shortName })))
  const byKey = new Map(all.map((each) => [each.code ?? each.id, each]))
  const byNumber = new Map(all.flatMap((each) => (each.orgNumber ? [[digits(each.orgNumber), each] as const] : [])))
  const found = (text: string) => {
    const entry = register.find(text)
    return entry && byKey.get(entry.code)
  }
  const withoutCode = (text: string) => text.replace(/^\d{4}[\s,;:.–-]+/, '').replace(/\s*\(\d{4}\)$/, '')
  return {
    byNumber: (text) => byNumber.get(digits(text).replace(/^16(?=\d{10}$)/, '')),
    byCode: (text) => (/^\d{3,4}$/.test(text.trim()) ? byKey.get(text.trim().padStart(4, '0')) : undefined),
    byName: (text) => found(text) ?? found(withoutCode(text)),
    nearest(text) {
      if (text.length > longestName) return undefined
      const entry = register.nearest(withoutCode(text))
      return entry && byKey.get(entry.code)
    },
  }
}

/** Whether a text has the shape of an organisation number. */
export const isOrgNumber = (text: string): boolean => /^(16)?\d{6}-?\d{4}$/.test(text.replace(/\s/g, ''))
