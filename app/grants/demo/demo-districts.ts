/** The city of the demonstration that passes its award on, and its districts. The names of the districts are invented. */
export const stockholm = 'Stockholms kommun'

/** Short name → whole kronor: fourteen districts, 14 100 000 kr. */
export const districts: Readonly<Record<string, number>> = {
  Alkullen: 500_000,
  Björkvret: 1_250_000,
  Ekbacka: 900_000,
  Fågelängen: 1_100_000,
  Granhult: 750_000,
  Hasselviken: 1_400_000,
  Kråkmossen: 980_000,
  Lindnäs: 1_020_000,
  Mossvik: 1_300_000,
  Rönnåsen: 850_000,
  Sälgsjön: 1_150_000,
  Tallmon: 700_000,
  Videkärr: 1_200_000,
  Älvnäs: 1_000_000,
}

export const districtName = (shortName: string): string =>
  `${shortName}${shortName.endsWith('s') ? '' : 's'} stadsdelsförvaltning`
