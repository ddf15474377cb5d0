import type { CompiledForm } from '~/forms/compile'
import type { Display } from '~/forms/display'
import { formatDateTime } from '~/forms/format'
import type { Context } from '~/forms/kind-port'
import type { Language } from '~/forms/text'
import { resolveText } from '~/forms/texts'
import type { ContributionView, ProposalView, ProposedChangeView } from '~/views/contributions/contribution'
import { displayText } from '~/views/summary/display-text'
import { checkCase } from '../check.server'
import { formContext } from '../context.server'
import { type CaseHeading, caseHeading } from '../heading.server'
import { displayOf } from '../history.server'
import type { Change } from '../history.store.server'
import { loadHistory } from '../history.store.server'
import { loadContribution } from './contribution.store.server'
import { listed } from './list.server'
import { type ProposedUnit, proposedUnits, seenOf } from './proposed-units'
import { toldStep } from './told-step.server'

/** A proposal beside what the case has. */
export interface Proposal extends ProposalView {
  readonly heading: CaseHeading
  readonly contribution: ContributionView
  readonly message: string | null
  readonly reply: string | null
  /** What would have to be put right in it. */
  readonly wrong: readonly string[]
}

/** @throws PortalError notFound */
export async function proposalOf(
  caseId: string,
  contributionId: string,
  language: Language,
  now: Date,
): Promise<Proposal> {
  const contribution = await loadContribution(contributionId, caseId)
  const checked = await checkCase(caseId, language)
  const { form, stored, judgement } = checked
  const { base, proposal, questions, message, reply, state } = contribution
  const isOpen = state === 'handedIn' && proposal !== null
  const units = isOpen ? proposedUnits(form, { base, proposal, questions, current: stored.draft }) : []
  const scope = { surroundings: stored.surroundings, values: judgement.values }
  const text: Context['text'] = (local) => resolveText(form, local, language, scope)
  const context: Context = { ...formContext(language, stored.recipientCode), text }
  const history = units.some(({ conflict }) => conflict) ? await loadHistory(caseId, 200) : []
  const { step } = await toldStep({ ...contribution, draft: proposal ?? {} }, language)
  return {
    heading: caseHeading(checked, language, now),
    contribution: await listed(contribution, language, now),
    message,
    reply,
    seen: seenOf(units),
    wrong: isOpen
      ? (step?.issues ?? []).flatMap(({ severity, message }) => (severity === 'error' ? [message] : []))
      : [],
    questions: questions.map((id) => {
      const question = form.questions.get(id)
      const label = question ? text(question.label) : id
      return {
        id,
        label: question?.number ? `${question.number} ${label}` : label,
        changes: units
          .filter(({ key }) => key === id)
          .map((unit) => ({ ...changeOf(form, context, unit), ...conflictOf(unit, history, language) })),
      }
    }),
  }
}

function conflictOf({ conflict, key }: ProposedUnit, history: readonly Change[], language: Language) {
  const last = conflict && history.find(({ entries }) => entries.some((entry) => entry.key === key))
  return last ? { conflict: { by: last.by.name, at: formatDateTime(last.at, language) } } : {}
}

function changeOf(form: CompiledForm, context: Context, unit: ProposedUnit): ProposedChangeView {
  const { id, key, path, before, after } = unit
  const [was, is] = [displayOf(form, context, key, before), displayOf(form, context, key, after)]
  const [row] = path
  if (row === undefined) return { id, what: whatOf(before === null, after === null), name: '', cells: [one(was, is)] }
  const [old, now] = [rowOf(was, row), rowOf(is, row)]
  if (!old && !now) return { id, what: 'changed', name: '', cells: [one(was, is)] }
  const cells = [...new Set([...(old?.cells.keys() ?? []), ...(now?.cells.keys() ?? [])])]
    .map((label) => ({ label, before: old?.cells.get(label) ?? '', after: now?.cells.get(label) ?? '' }))
    .filter((cell) => cell.before !== cell.after)
  const renamed = old && now && old.name !== now.name && was.type === 'table'
  const name = { label: was.type === 'table' ? was.corner : '', before: old?.name ?? '', after: now?.name ?? '' }
  const what = whatOf(!old?.filled, !now?.filled)
  const shown = renamed ? [name, ...cells] : cells
  return {
    id,
    what: what === 'changed' && shown.length === 0 ? 'moved' : what,
    name: (now ?? old)?.name ?? '',
    cells: shown,
  }
}

const one = (was: Display, is: Display) => ({ label: '', before: displayText(was), after: displayText(is) })

function whatOf(wasEmpty: boolean, isEmpty: boolean): ProposedChangeView['what'] {
  return wasEmpty ? 'added' : isEmpty ? 'removed' : 'changed'
}

/** A row, and the rows inside it: what it is called, and what stands in each of its columns that is filled in. */
function rowOf(display: Display, id: string) {
  if (display.type !== 'table') return undefined
  const rows = display.rows.filter((row) => row.id === id || row.id.startsWith(`${id}.`))
  const [main] = rows
  if (!main) return undefined
  const cells = new Map(
    rows.flatMap((row) =>
      row.cells.flatMap((cell, column) => {
        const label = display.columns[column]?.label ?? ''
        return cell === '' ? [] : [[row === main ? label : `${row.label} ${label}`, cell] as const]
      }),
    ),
  )
  return { name: main.label, cells, filled: cells.size > 0 }
}
