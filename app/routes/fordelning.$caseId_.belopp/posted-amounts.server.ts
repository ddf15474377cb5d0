import { formatInteger, formatKronor, formatNames } from '~/forms/format'
import type { Language } from '~/forms/text'
import { problemWords, rowProblemWords } from '~/grants/allocations/problem-words'
import { readTextTable } from '~/grants/allocations/text-table'
import { distribute, previewDistribution } from '~/grants/distribution/distribute.server'
import type { CityPlace } from '~/grants/distribution/distribution.store.server'
import type { DistributionList, JudgedDistribution } from '~/grants/distribution/judge-distribution'
import { takeBackDistribution } from '~/grants/distribution/take-back.server'
import type { Recipient } from '~/grants/register/recipients'
import { readDay } from '~/grants/rounds/change-deadline.server'
import { isPortalError } from '~/platform/errors'
import { translator } from '~/platform/i18n/translator.server'

/** What stands in the fields, by name; the amount of a district in `belopp.<id>`. */
export type Typed = Readonly<Record<string, string>>

/**
 * What came of a post: what stands in the fields now, what is wrong by field (`''`: the whole), and, where nothing is,
 * what would be distributed.
 */
export interface Outcome {
  readonly typed: Typed
  readonly errors: Readonly<Record<string, readonly string[]>>
  readonly read?: number | undefined
  /** `takenOut`: who had an amount and has none now; `names` are the first of them. */
  readonly ready?:
    | {
        readonly kronor: string
        readonly count: number
        readonly takenOut: { readonly count: number; readonly names: string }
      }
    | undefined
}

interface Post {
  readonly fields: FormData
  readonly city: CityPlace
  readonly districts: readonly Recipient[]
  readonly contact: { readonly name: string; readonly email: string; readonly phone?: string }
  readonly userId: string
  readonly now: Date
  readonly language: Language
}

/** The field of a district's amount. */
export const amountField = (id: string): string => `belopp.${id}`

/** Carries out the form: reads a list into the fields, checks them, or distributes. Undefined when it is done. */
export async function actOnAmounts(post: Post): Promise<Outcome | undefined> {
  const typed = Object.fromEntries([...post.fields].map(([name, value]) => [name, String(value)]))
  const act = typed.gor
  if (act === 'las') return readInto(post, typed)
  if (act === 'taTillbaka') return takeBack(post, typed)
  const list = listOf(post.districts, typed)
  const judged = await previewDistribution(post.city.caseId, list)
  const errors = new Errors()
  amountErrors(post, judged, errors)
  const decision = decisionOf(post, typed, errors)
  if (errors.any || !decision) return { typed, errors: errors.all }
  const kronor = formatKronor(judged.list.sum, post.language)
  const names = judged.takenOut.map(({ name }) => name)
  const takenOut = { count: names.length, names: formatNames(names, post.language) }
  if (act !== 'fordela') return { typed, errors: {}, ready: { kronor, count: judged.list.rows.length, takenOut } }
  return carryOut(post, typed, { list, ...decision })
}

/** Several messages to a field. */
class Errors {
  readonly all: Record<string, string[]> = {}
  add(field: string, ...messages: readonly string[]) {
    if (messages.length > 0) this.all[field] = [...(this.all[field] ?? []), ...messages]
  }
  get any() {
    return Object.keys(this.all).length > 0
  }
}

async function readInto({ city, language }: Post, typed: Typed): Promise<Outcome> {
  const list = { sheet: readTextTable(typed.lista ?? ''), total: typed.summa ?? '' }
  const judged = await previewDistribution(city.caseId, list)
  const filled = judged.list.rows.flatMap(({ recipient, kronor, problems }): [string, string][] =>
    recipient && kronor !== null && !problems.some(({ type }) => type === 'twice')
      ? [[amountField(recipient.id), formatInteger(kronor, language)]]
      : [],
  )
  const words = problemWords(judged.list, translator(language, 'district'), language).map((problem) => problem.words)
  return {
    typed: { ...typed, ...Object.fromEntries(filled) },
    errors: words.length > 0 ? { lista: words } : {},
    read: filled.length,
  }
}

/** One row for each district with something in its field. */
function listOf(districts: readonly Recipient[], typed: Typed): DistributionList {
  const rows = districts.flatMap(({ id, name }) => {
    const kronor = (typed[amountField(id)] ?? '').trim()
    return kronor === '' ? [] : [[name, kronor]]
  })
  return { sheet: { name: '', rows }, total: typed.summa ?? '', plain: true }
}

function amountErrors({ city, districts, language }: Post, judged: JudgedDistribution, errors: Errors) {
  const { list, difference, leftOut } = judged
  const t = translator(language, 'district')
  for (const { recipient, written, problems } of list.rows) {
    const id = recipient?.id ?? districts.find(({ name }) => name === written.name)?.id
    if (id) errors.add(amountField(id), ...problems.map((problem) => rowProblemWords(problem, t)))
  }
  for (const { id, name } of leftOut) errors.add(amountField(id), t('amounts.leftOut', { name }))
  const told = problemWords({ ...list, rows: [] }, t, language)
  errors.add(list.rows.length === 0 ? 'fordelning' : 'summa', ...told.map((total) => total.words))
  if (difference === null || difference === 0) return
  errors.add(
    'fordelning',
    t(difference > 0 ? 'amounts.more' : 'amounts.less', {
      sum: formatKronor(list.sum, language),
      difference: formatKronor(Math.abs(difference), language),
      award: formatKronor(city.award ?? 0, language),
    }),
  )
}

function decisionOf({ now, language }: Post, typed: Typed, errors: Errors) {
  const t = translator(language, 'district')
  const by = (typed.organ ?? '').trim()
  const on = readDay(typed.beslutsdag ?? '')
  const deadline = readDay(typed.sistaDag ?? '')
  if (by === '') errors.add('organ', t('amounts.bodyMissing'))
  if (!on) errors.add('beslutsdag', t('amounts.dateMissing'))
  if (!deadline) errors.add('sistaDag', t('amounts.deadlineMissing', { example: now.toISOString().slice(0, 10) }))
  else if (deadline < now) errors.add('sistaDag', t('amounts.deadlinePast'))
  if (by === '' || !on || !deadline) return undefined
  const day = new Date(`${(typed.beslutsdag ?? '').trim()}T00:00:00Z`)
  const reference = (typed.paragraf ?? '').trim()
  return { decision: { on: day, by, reference: reference === '' ? null : reference }, deadline }
}

async function takeBack({ city, userId, now, language }: Post, typed: Typed): Promise<Outcome | undefined> {
  try {
    await takeBackDistribution(city.caseId, { userId, now })
    return undefined
  } catch (error) {
    if (!isPortalError(error) || error.code !== 'conflict') throw error
    return { typed, errors: { fordelning: [translator(language, 'district')('amounts.begun')] } }
  }
}

type Carried = Pick<Parameters<typeof distribute>[0], 'list' | 'decision' | 'deadline'>

async function carryOut(post: Post, typed: Typed, carried: Carried): Promise<Outcome | undefined> {
  const { city, contact, userId, now, language } = post
  const t = translator(language, 'district')
  try {
    const { outcome, judged } = await distribute({ caseId: city.caseId, contact, ...carried }, { userId, now })
    if (outcome === 'done') return undefined
    const errors = new Errors()
    amountErrors(post, judged, errors)
    return { typed, errors: errors.all }
  } catch (error) {
    if (!isPortalError(error) || (error.code !== 'locked' && error.code !== 'closed')) throw error
    return { typed, errors: { fordelning: [t(`amounts.${error.code}`)] } }
  }
}
