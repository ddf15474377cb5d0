import { z } from 'zod'
import type { Json } from './json'
import type { DistrictFigures, Surroundings } from './surroundings'

const text = z.string().exactOptional()
const kronor = z.int('Whole kronor, a number: 402638.').exactOptional()
const json: z.ZodType<Json> = z.json()

/** How a recipient is reached and paid. Unknown members are dropped. */
export const contactDetails = z.object({
  administration: text,
  unit: text,
  board: text,
  careOf: text,
  address: text,
  postcode: text,
  town: text,
  phone: text,
  email: text,
  plusgiro: text,
  bankgiro: text,
  paymentReference: text,
})

/** Who answers questions at the agency. Unknown members are dropped. */
export const agencyContact = z.object({ unit: text, name: text, phone: text, email: text })

const district: z.ZodType<DistrictFigures> = z.strictObject({
  id: z.string(),
  name: z.string(),
  received: z.int(),
  reported: z.boolean(),
  used: kronor,
  accrued: kronor,
  planned: kronor,
  explanation: text,
})

/** The surroundings of a worked case, as somebody writes them in a file: what a form does not know is refused. */
export const writtenSurroundings: z.ZodType<Surroundings> = z.strictObject({
  round: z.strictObject({
    year: z.int(),
    deadline: z.iso.datetime('A moment in UTC: "2021-01-15T22:59:59.999Z".'),
  }),
  agency: z.strictObject({ name: z.string(), contact: z.strictObject(agencyContact.shape) }),
  recipient: z.strictObject({
    name: z.string(),
    shortName: z.string(),
    orgNumber: text,
    code: text,
    county: text,
    contact: z.strictObject(contactDetails.shape),
  }),
  officer: z.strictObject({ name: z.string(), email: z.string(), title: text, phone: text }).exactOptional(),
  award: z.strictObject({
    kronor,
    posts: z.int('Hundredths of a full-time equivalent, a whole number: 280 is 2,80.').exactOptional(),
    caseNumber: text,
  }),
  rates: z.record(z.string(), z.int('Whole kronor, a number: 402638.')),
  previous: z.strictObject({ year: z.int(), answers: z.record(z.string(), json) }).exactOptional(),
  districts: z.array(district).exactOptional(),
})
