const sv = {
  missing: (from: string, to: string) => `Välj ett tal från ${from} till ${to}.`,
  missingOr: (from: string, to: string, dontKnow: string) =>
    `Välj ett tal från ${from} till ${to}, eller ”${dontKnow}”.`,
  shown: (value: string, from: string, low: string, to: string, high: string) =>
    `${value} på skalan ${from} (${low}) till ${to} (${high})`,
}

const en: typeof sv = {
  missing: (from, to) => `Choose a number from ${from} to ${to}.`,
  missingOr: (from, to, dontKnow) => `Choose a number from ${from} to ${to}, or ”${dontKnow}”.`,
  shown: (value, from, low, to, high) => `${value} on the scale ${from} (${low}) to ${to} (${high})`,
}

/** What the kind says, in each language. */
export const messages = { sv, en }
