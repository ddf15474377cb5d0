import { z } from 'zod'
import type { AnswerChangeEntry, Draft } from '~/forms/draft'
import type { Json } from '~/forms/json'
import type { DistrictFigures, Surroundings } from '~/forms/surroundings'
import { agencyContact, contactDetails } from '~/forms/surroundings-schema'

/** Reads of JSON columns: what the database holds was written by us, and is still looked at before it is believed. */
export const json: z.ZodType<Json> = z.json()
const draft: z.ZodType<Draft> = z.record(z.string(), json)
const changes: z.ZodType<AnswerChangeEntry[]> = z.array(z.object({ key: z.string(), before: json, after: json }))
const text = z.string().exactOptional()
const figure = z.number().exactOptional()
const districts: z.ZodType<DistrictFigures[]> = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    received: z.number(),
    reported: z.boolean(),
    used: figure,
    accrued: figure,
    planned: figure,
    explanation: text,
  }),
)
const surroundings: z.ZodType<Surroundings> = z.object({
  round: z.object({ year: z.number(), deadline: z.string() }),
  agency: z.object({ name: z.string(), contact: agencyContact }),
  recipient: z.object({
    name: z.string(),
    shortName: z.string(),
    orgNumber: text,
    code: text,
    county: text,
    contact: contactDetails,
  }),
  officer: z.object({ name: z.string(), email: z.string(), title: text, phone: text }).exactOptional(),
  award: z.object({
    kronor: z.number().exactOptional(),
    posts: z.number().exactOptional(),
    caseNumber: text,
  }),
  rates: z.record(z.string(), z.number()),
  previous: z.object({ year: z.number(), answers: z.record(z.string(), json) }).exactOptional(),
  districts: districts.exactOptional(),
})

export const readDraft = (stored: unknown): Draft => draft.parse(stored)
export const readChanges = (stored: unknown): AnswerChangeEntry[] => changes.parse(stored)
export const readSurroundings = (stored: unknown): Surroundings => surroundings.parse(stored)
export const readDistricts = (stored: unknown): DistrictFigures[] => districts.parse(stored)
export const readContact = (stored: unknown): z.output<typeof contactDetails> => contactDetails.parse(stored)
export const readAgencyContact = (stored: unknown): z.output<typeof agencyContact> => agencyContact.parse(stored)
