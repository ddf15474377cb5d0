import type { CompiledForm } from '~/forms/compile'
import { formatKronor } from '~/forms/format'
import type { Context, FormContext } from '~/forms/kind-port'
import type { CaseRecord } from '~/forms/record'
import { resolveText } from '~/forms/texts'
import { shortDisplay } from '~/views/signing/short-display'
import type { Figures } from '~/views/signing/signing'

/** What the form names as its figures, out of a frozen record. */
export function figuresOf(form: CompiledForm, record: CaseRecord, formContext: FormContext): Figures {
  const { language } = formContext
  const { answers, surroundings } = record
  const { amount, remaining, key } = form.definition.figures
  const text: Context['text'] = (local) => resolveText(form, local, language, { surroundings, values: answers })
  const money = (id: string | undefined) => {
    const question = id === undefined ? undefined : form.questions.get(id)
    const kronor = question && answers[question.id]
    if (!question || typeof kronor !== 'number') return undefined
    return { label: text(question.label), text: formatKronor(kronor, language), none: kronor === 0 }
  }
  return {
    kind: form.definition.kind,
    amount: money(amount),
    remaining: money(remaining),
    award: surroundings.award.kronor === undefined ? undefined : formatKronor(surroundings.award.kronor, language),
    key: key.flatMap((id) => {
      const question = form.questions.get(id)
      const value = answers[id]
      if (!question || value === undefined) return []
      const display = form.kind(id).display(question, value, { ...formContext, text })
      return [{ id, label: text(question.label), display, short: shortDisplay(display, language) }]
    }),
  }
}
