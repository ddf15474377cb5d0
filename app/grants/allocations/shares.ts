import type { Json } from '~/forms/json'

export type Share<Applicant> = Applicant & { readonly kronor: number }

/** An answer in its smallest unit: 280 for «2.80»; 0 where there is none. */
export function unitsIn(answer: Json | undefined): number {
  if (typeof answer === 'number') return answer
  return typeof answer === 'string' ? Number(answer.replace('.', '')) || 0 : 0
}

/** Units × amount per unit, öre dropped for each applicant. Exact: in whole numbers of any size. */
export function sharesOf<Applicant extends { readonly units: number }>(
  applicants: readonly Applicant[],
  kronorPerUnit: number,
  scale: number,
): readonly Share<Applicant>[] {
  const whole = 10n ** BigInt(scale)
  return applicants.map((applicant) => ({
    ...applicant,
    kronor: Number((BigInt(applicant.units) * BigInt(kronorPerUnit)) / whole),
  }))
}

/** The highest whole amount per unit with which a frame is enough for all units; undefined where there are none. */
export function perUnitOf(frame: number, units: number, scale: number): number | undefined {
  return units > 0 ? Number((BigInt(frame) * 10n ** BigInt(scale)) / BigInt(units)) : undefined
}
