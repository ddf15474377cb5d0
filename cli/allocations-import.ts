import { createHash } from 'node:crypto'
import { formatKronor } from '../app/forms/format'
import type { Language } from '../app/forms/text'
import { type Columns, columnRoles } from '../app/grants/allocations/columns'
import { importAllocations, previewAllocations } from '../app/grants/allocations/import-allocations.server'
import type { ListChoices } from '../app/grants/allocations/judge-list'
import { changesOf, type JudgedList } from '../app/grants/allocations/judged-list'
import { effectWords, problemWords } from '../app/grants/allocations/problem-words'
import { readList } from '../app/grants/allocations/read-list.server'
import { importRegister } from '../app/grants/register/import-register.server'
import { findNamedRound, type NamedDesk } from '../app/grants/rounds/find-round.server'
import { systemClock } from '../app/platform/clock'
import { isPortalError } from '../app/platform/errors'
import { translator } from '../app/platform/i18n/translator.server'
import type { Sheet } from '../app/platform/spreadsheet/sheet'
import { type Command, type Flags, flag, type Outcome, onlyArgument, Unusable } from './command'
import { languageOf } from './judge-answers'
import { readBytes } from './read-file'
import { withDatabase } from './with-database'

export const allocationsImport: Command = {
  usage:
    '<file> --round <id, form/year or programme/kind/year> [--agency <name>] [--total <kr or «79,8 miljoner»>] [--sheet <name>] [--column name=A,kronor=C,…] [--dry-run] [--language sv|en]',
  summary: `Reads a list of granted amounts (CSV or XLSX) into a round: all of it or nothing. Columns: ${columnRoles.join(', ')}.`,
  options: {
    round: { type: 'string' },
    agency: { type: 'string' },
    total: { type: 'string' },
    sheet: { type: 'string' },
    column: { type: 'string' },
    'dry-run': { type: 'boolean' },
    language: { type: 'string' },
  },
  async run(positionals, flags) {
    const path = onlyArgument(positionals, 'file')
    const bytes = await readBytes(path)
    const sheet = chooseSheet(await sheetsOf(path, bytes), flag(flags, 'sheet'))
    const choices = choicesOf(flags)
    const named = flag(flags, 'round')
    if (named === undefined) throw new Unusable('Into which round? --round <id, form/year or programme/kind/year>')
    return withDatabase(async () => {
      await importRegister()
      const round = await findNamedRound(named)
      if (!round) throw new Unusable(`There is no round «${named}».`)
      const agency = chooseAgency(round.desks, flag(flags, 'agency'))
      const allocation = { roundId: round.id, agencyId: agency.id, sheet, choices }
      if (flags['dry-run'] === true) {
        const judged = await previewAllocations(allocation)
        return report({ outcome: judged.sound ? 'would' : 'refused', judged }, languageOf(flags))
      }
      const fileHash = createHash('sha256').update(bytes).digest('hex')
      const by = { userId: null, now: systemClock(), fileHash }
      return report(await importAllocations(allocation, by), languageOf(flags))
    })
  },
}

async function sheetsOf(path: string, bytes: Uint8Array): Promise<readonly Sheet[]> {
  try {
    return await readList(bytes)
  } catch (error) {
    if (!isPortalError(error)) throw error
    const why = { wrongType: 'is neither XLSX nor text', tooLarge: 'is too large', invalid: 'is empty' }
    const found = Object.entries(why).find(([code]) => code === error.code)
    throw new Unusable(`The file ${path} ${found?.[1] ?? 'cannot be read'}.`)
  }
}

function chooseSheet(sheets: readonly Sheet[], wanted: string | undefined): Sheet {
  const names = sheets.map(({ name }) => name)
  const found = wanted === undefined ? sheets[0] : sheets.find(({ name }) => name === wanted)
  if (!found) throw new Unusable(`There is no sheet «${wanted}». Sheets: ${names.join(', ')}.`)
  if (wanted === undefined && sheets.length > 1) throw new Unusable(`Which sheet? --sheet ${names.join(' | ')}`)
  return found
}

function chooseAgency(desks: readonly NamedDesk[], wanted: string | undefined): NamedDesk {
  const names = desks.map(({ name }) => name).join(' | ')
  const found = wanted === undefined ? desks[0] : desks.find(({ id, name }) => name === wanted || id === wanted)
  if (!found) throw new Unusable(`No «${wanted}» has a desk in the round. Agencies: ${names}.`)
  if (wanted === undefined && desks.length > 1) throw new Unusable(`Whose list is it? --agency ${names}`)
  return found
}

function choicesOf(flags: Flags): ListChoices {
  const total = flag(flags, 'total')
  const columns = columnsOf(flag(flags, 'column'))
  return { ...(total !== undefined && { total }), ...(columns && { columns }) }
}

/** «name=A,kronor=C»; «posts=-» says that there is none. */
function columnsOf(text: string | undefined): Partial<Columns> | undefined {
  if (text === undefined) return undefined
  return Object.fromEntries(
    text.split(',').map((pair) => {
      const [name = '', letter = ''] = pair.split('=').map((part) => part.trim())
      const role = columnRoles.find((each) => each === name)
      if (!role || !/^([A-Za-z]|-)$/.test(letter)) {
        throw new Unusable(`--column takes pairs like name=A, of ${columnRoles.join(', ')}; got «${pair}».`)
      }
      return [role, letter === '-' ? null : letter.toUpperCase().charCodeAt(0) - 65]
    }),
  )
}

interface Result {
  readonly outcome: 'done' | 'unchanged' | 'refused' | 'stale' | 'would'
  readonly judged: JudgedList
}

function report({ outcome, judged }: Result, language: Language): Outcome {
  const t = translator(language, 'round')
  const kr = (kronor: number) => formatKronor(kronor, language)
  const { rows, sum, totals, missing, passedOver } = judged
  const changes = changesOf(judged)
  const problems = problemWords(judged, t, language)
  const text = [
    ...passedOver.map(({ line, kind, text }) =>
      t('command.passedOver', { line, kind: t(`layout.kind.${kind}`).toLowerCase(), text }),
    ),
    ...(problems.length === 0
      ? changes.map((row) =>
          t('command.change', {
            name: row.recipient?.shortName,
            kronor: kr(row.kronor ?? 0),
            effect: effectWords(row, t, language).toLowerCase(),
          }),
        )
      : []),
    t('command.matched', { matched: rows.filter(({ recipient }) => recipient).length, rows: rows.length }),
    t('command.sum', { sum: kr(sum) }),
    ...totals.map(({ kronor, difference }) =>
      t('command.stated', { stated: kr(kronor), difference: kr(Math.abs(difference)) }),
    ),
    ...(missing.length > 0
      ? [t('command.missing', { names: missing.map(({ shortName }) => shortName).join(', ') })]
      : []),
    ...problems.map(({ words }) => words),
    t(`command.${outcome}`, { count: changes.length }),
  ]
  return {
    code: problems.length === 0 ? 0 : 1,
    text: text.join('\n'),
    json: {
      outcome,
      sum,
      rows: rows.length,
      matched: rows.filter(({ recipient }) => recipient).length,
      totals,
      problems,
      missing: missing.map(({ name, code }) => ({ name, code })),
      changes: changes.map(({ line, recipient, effect, before, after }) => ({
        line,
        recipient: recipient?.name,
        effect,
        before,
        after,
      })),
    },
  }
}
