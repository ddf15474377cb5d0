import { decimalOf, formatDecimal, formatKronor } from '~/forms/format'
import type { Surroundings } from '~/forms/surroundings'
import type { Language } from '~/forms/text'
import type { Granted } from '~/views/signing/signing'
import type { StoredCase } from './case.store.server'

/**
 * What was granted after a case had been handed in, in words: an amount that is worked out of all applications is known
 * only then, and stands in none of the documents. Undefined where nothing has been decided since.
 *
 * @param frozen the award as the record has it
 */
export function grantedSince(
  { award, caseNumber }: Pick<StoredCase, 'award' | 'caseNumber'>,
  frozen: Surroundings['award'],
  language: Language,
): Granted | undefined {
  if (award.kronor === undefined) return undefined
  if (award.kronor === frozen.kronor && award.posts === frozen.posts) return undefined
  const number = award.caseNumber ?? caseNumber
  return {
    amount: formatKronor(award.kronor, language),
    ...(award.posts === undefined ? {} : { posts: formatDecimal(decimalOf(award.posts, 2), language) }),
    ...(number ? { caseNumber: number } : {}),
  }
}
