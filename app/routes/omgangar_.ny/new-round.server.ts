import type { TFunction } from 'i18next'
import { z } from 'zod'
import { loadForm } from '~/cases/form-versions.store.server'
import type { Rate } from '~/forms/definition'
import { formatDate } from '~/forms/format'
import { type RoundAmount, roundAmounts } from '~/forms/rates'
import type { Language } from '~/forms/text'
import { startOfDay } from '~/grants/organisations/days'
import { typedAs } from '~/grants/organisations/typed.server'
import { allOrganisations, type StoredOrganisation } from '~/grants/register/organisations.store.server'
import {
  type Chosen,
  choicesOf,
  chooseRecipients,
  type ListFault,
  type RecipientChoice,
} from '~/grants/rounds/choose-recipients'
import { endOfDay } from '~/grants/rounds/deadline'
import { publishedVersions } from '~/grants/rounds/rounds.store.server'
import { readWholeNumber } from '~/kinds/numbers'
import type { AgencyAccess } from '~/platform/access/rules.server'
import { roundNames } from '~/reviews/round.server'

/** A form that the agencies can open a round with: its newest version, and those before. */
export interface OfferedForm {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly versions: readonly { readonly id: string; readonly version: number; readonly published: string }[]
}

/** The forms that these agencies review: a county board has others than a national agency. */
export async function offeredForms(
  agencies: readonly StoredOrganisation[],
  language: Language,
  t: TFunction,
): Promise<readonly OfferedForm[]> {
  const reviewers = agencies.map(({ kind }) => (kind === 'countyBoard' ? 'county' : 'national'))
  const versions = await publishedVersions()
  const newest = versions.filter(({ formId }, at) => versions.findIndex((each) => each.formId === formId) === at)
  const offered = await Promise.all(
    newest.map(async ({ id, formId }): Promise<OfferedForm | null> => {
      const form = await loadForm(id)
      const { kind, reviewer } = form.definition
      if (!reviewers.includes(reviewer)) return null
      return {
        id: formId,
        title: roundNames(form, { kind, year: 0, deadline: new Date(0) }, language).shortTitle,
        kind: t(`kind.${kind}`),
        versions: versions
          .filter((each) => each.formId === formId)
          .map((each) => ({
            id: each.id,
            version: each.version,
            published: formatDate(each.publishedAt, language),
          })),
      }
    }),
  )
  return offered.filter((form) => form !== null)
}

/** The organisations behind the rights. */
export async function agenciesOf(access: readonly AgencyAccess[]) {
  const all = await allOrganisations()
  return {
    agencies: access.flatMap(({ agencyId }) => all.filter(({ id }) => id === agencyId)),
    municipalities: all.filter(({ kind }) => kind === 'municipality'),
  }
}

/** The counties, by name, for a national agency to choose among. */
export function countiesOf(municipalities: readonly StoredOrganisation[]) {
  const counties = new Map(municipalities.map(({ countyCode, county }) => [countyCode ?? '', county ?? '']))
  return [...counties].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label, 'sv'))
}

/** The field of an amount of the round. A point would mean something inside it. */
const rateField = (key: string) => `taxa-${key.replaceAll('.', '-')}`

/** The fields for the amounts that a form asks its rounds for, each with what it is called. */
export const rateFields = (rates: readonly Rate[], language: Language, t: TFunction) =>
  roundAmounts(rates).map((amount) => ({ name: rateField(amount.key), label: rateLabel(amount, language, t) }))

function rateLabel({ key, label, category, years }: RoundAmount, language: Language, t: TFunction): string {
  const year =
    years && (years < 0 ? t('open.rateYear.before', { count: -years }) : t('open.rateYear.after', { count: years }))
  return [label?.[language] ?? key, category?.[language], years === 0 ? t('open.rateYear.own') : year]
    .filter(Boolean)
    .join(', ')
}

interface Typed {
  readonly agency: StoredOrganisation
  readonly municipalities: readonly StoredOrganisation[]
  readonly rates: readonly Rate[]
  readonly now: Date
  readonly language: Language
  readonly t: TFunction
}

/** A new round as it is typed into the page. */
export function roundSchema({ agency, municipalities, rates, now, language, t }: Typed) {
  const optional = (kind: 'text' | 'phone' | 'email') => typedAs(kind, language).optional()
  const keys = roundAmounts(rates).map(({ key }) => key)
  const kronor = z.string(t('open.rateMissing')).transform((typed, { issues }) => {
    const read = readWholeNumber(typed)
    if (read.type === 'whole' && read.value >= 0 && read.value < 1e9) return read.value
    issues.push({ code: 'custom', message: t('open.rateUnreadable'), input: typed })
    return z.NEVER
  })
  return z
    .object({
      ar: z
        .string(t('open.yearMissing'))
        .trim()
        .regex(/^(19|20)\d\d$/, t('open.yearMissing'))
        .transform(Number),
      oppnar: typedAs('date', language, { missing: t('open.opensMissing') }).transform(startOfDay),
      'sista-dag': typedAs('date', language, { missing: t('open.deadlineMissing') }).transform(endOfDay),
      enhet: optional('text'),
      namn: typedAs('text', language, { missing: t('open.nameMissing') }),
      telefon: optional('phone'),
      epost: typedAs('email', language, { missing: t('open.emailMissing') }),
      ...recipientFields(choicesOf(agency.countyCode), t),
      anslut: z.literal('ja').optional(),
      ...Object.fromEntries(keys.map((key) => [rateField(key), kronor])),
    })
    .superRefine((typed, { issues }) => {
      const fault = (name: string, message: string) =>
        issues.push({ code: 'custom', path: [name], message, input: typed })
      if (typed['sista-dag'] < now) fault('sista-dag', t('open.deadlinePast'))
      else if (typed['sista-dag'] <= typed.oppnar) fault('sista-dag', t('open.deadlineBeforeOpening'))
      for (const { name, message } of missingRecipients(typed, t)) fault(name, message)
    })
    .transform((typed, { issues }) => {
      const { recipients, faults } = chooseRecipients(municipalities, agency.countyCode, chosenIn(typed))
      for (const fault of faults) {
        issues.push({ code: 'custom', path: ['lista'], message: faultWords(fault, t), input: typed })
      }
      const { enhet: unit, namn: name, telefon: phone, epost: email } = typed
      const amounts = new Map(Object.entries(typed))
      return {
        year: typed.ar,
        opensAt: typed.oppnar,
        deadline: typed['sista-dag'],
        contact: { ...(unit && { unit }), name, ...(phone && { phone }), email },
        recipientIds: recipients.map(({ id }) => id),
        rates: Object.fromEntries(keys.map((key) => [key, Number(amounts.get(rateField(key)))])),
        join: typed.anslut === 'ja',
      }
    })
}

/** The fields of `RecipientChoices`. */
const recipientFields = (choices: readonly RecipientChoice[], t: TFunction) => ({
  mottagare: z.enum(choices, t('open.recipientsMissing')),
  lan: z.array(z.string()).default([]),
  lista: z.string().default(''),
})

interface TypedRecipients {
  readonly mottagare: RecipientChoice
  readonly lan: readonly string[]
  readonly lista: string
}

const chosenIn = ({ mottagare, lan, lista }: TypedRecipients): Chosen => ({
  choice: mottagare,
  counties: lan,
  list: lista,
})

function missingRecipients({ mottagare, lan, lista }: TypedRecipients, t: TFunction) {
  if (mottagare === 'counties' && lan.length === 0) return [{ name: 'lan', message: t('open.countiesMissing') }]
  if (mottagare === 'list' && lista.trim() === '') return [{ name: 'lista', message: t('open.listMissing') }]
  return []
}

/** Whom an agency chooses, as it is typed into the page: the recipients, each once. */
export function recipientsSchema({ agency, municipalities, t }: Pick<Typed, 'agency' | 'municipalities' | 't'>) {
  return z
    .object(recipientFields(invitableChoices(agency.countyCode), t))
    .transform((typed, { issues }): readonly StoredOrganisation[] => {
      const { recipients, faults } = chooseRecipients(municipalities, agency.countyCode, chosenIn(typed))
      const said = [
        ...missingRecipients(typed, t),
        ...faults.map((fault) => ({ name: 'lista', message: faultWords(fault, t) })),
      ]
      for (const { name, message } of said) issues.push({ code: 'custom', path: [name], message, input: typed })
      const ids = new Set(recipients.map(({ id }) => id))
      return municipalities.filter(({ id }) => ids.has(id))
    })
}

/** What can be chosen in a round that is open: somebody. */
export const invitableChoices = (countyCode: string | null): readonly RecipientChoice[] =>
  choicesOf(countyCode).filter((choice) => choice !== 'later')

function faultWords({ type, written, suggestion }: ListFault, t: TFunction): string {
  if (type === 'unknown') return t(suggestion ? 'problem.near' : 'problem.unknown', { written, suggestion })
  return t(`open.list.${type}`, { written })
}
