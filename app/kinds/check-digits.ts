/** Whether the last digit is the check digit of the others by Luhn's rule (modulus 10). Digits only. */
export function hasLuhnCheckDigit(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place])
    const weighted = place % 2 === 1 ? digit * 2 : digit
    sum += weighted > 9 ? weighted - 9 : weighted
  }
  return digits.length > 1 && sum % 10 === 0
}

/**
 * The digits of a number that is written in groups («624-1061», «BG 6241061»), or undefined when there is something
 * else among them. `prefix` may stand before it.
 */
export function digitsOf(text: string, prefix?: RegExp): string | undefined {
  const bare = text.replace(/[\s\u00a0\u2000-\u200f\u202f\u205f\u3000\ufeff]/g, '')
  const rest = (prefix ? bare.replace(prefix, '') : bare).replace(/[-\u2010-\u2015\u2212]/g, '')
  return /^\d+$/.test(rest) ? rest : undefined
}
