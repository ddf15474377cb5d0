/**
 * A case number to compare by: SN 2021:00001, SN2021:1 and sn 2021:1 are one number. Spaces, padding, case and the
 * kind of dash say nothing.
 */
export function comparable(caseNumber: string): string {
  return caseNumber
    .normalize('NFC')
    .toLocaleLowerCase('sv')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, '')
    .replace(/(^|\D)0+(?=\d)/g, '$1')
}

/** Whether two texts name the same case. */
export const sameCaseNumber = (a: string, b: string) => comparable(a) === comparable(b)

/** As it is stored: what was typed, with single spaces and no others around it; '' is none. */
export const tidy = (caseNumber: string) => caseNumber.normalize('NFC').replace(/\s+/g, ' ').trim()
