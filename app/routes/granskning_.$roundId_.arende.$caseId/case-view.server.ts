import type { TFunction } from 'i18next'
import { decimalOf, formatDateTime, formatDecimal, formatInteger, formatKronor } from '~/forms/format'
import type { Language } from '~/forms/text'
import { countyName } from '~/grants/register/county'
import type { ReadableCase } from '~/reviews/read-case.server'

/** What stands above the answers, in words. */
export interface CaseFacts {
  readonly line: string
  /** One line for each who has signed. */
  readonly signed: readonly string[]
  readonly facts: readonly { readonly key: string; readonly label: string; readonly value: string }[]
}

export function caseFacts(found: ReadableCase, t: TFunction, language: Language): CaseFacts {
  const { signatories, recipient, amount, awarded, posts, remaining } = found
  const fact = (key: string, label: string, value: string | undefined | null) => (value ? [{ key, label, value }] : [])
  return {
    line: t('case.facts', {
      round: found.round,
      number: found.caseNumber ? t('case.number', { number: found.caseNumber }) : t('case.noNumber'),
      received: formatDateTime(found.receivedAt, language),
    }),
    signed: signatories.map(({ name, title }) => t('case.signedBy', { name, title })),
    facts: [
      ...fact('awarded', t('case.awarded'), awarded === null ? null : formatKronor(awarded, language)),
      ...fact('posts', t('case.posts'), posts === null ? null : formatDecimal(decimalOf(posts, 2), language)),
      ...fact('amount', t(`amount.${found.kind}`), amount === undefined ? null : formatKronor(amount, language)),
      ...fact('left', t('case.remaining'), remaining === undefined ? null : formatKronor(remaining, language)),
      ...fact('orgNumber', t('case.organisationNumber'), recipient.orgNumber),
      ...fact('county', t('case.county'), recipient.county && countyName(recipient.county)),
      ...fact('own', t('case.ownNumber'), found.ownCaseNumber),
      ...(found.version > 1
        ? fact('version', t('case.version'), t('case.versionOf', { version: formatInteger(found.version, language) }))
        : []),
    ],
  }
}
