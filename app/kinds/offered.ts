import type { z } from 'zod'
import type { Question } from '~/forms/definition'
import type { Context } from './contract'
import type { offered } from './unique'

type Offered = z.output<typeof offered>

const messages = {
  sv: {
    retired: (label: string) =>
      `”${label}” går inte att välja längre. Välj ett annat alternativ. (Den som valde det förra året får ha det kvar.)`,
    notNow: (label: string) => `”${label}” går inte att välja med de svar som ni har gett. Välj något annat.`,
  },
  en: {
    retired: (label: string) =>
      `”${label}” can no longer be chosen. Choose another option. (Those who chose it last year may keep it.)`,
    notNow: (label: string) => `”${label}” cannot be chosen with the answers that you have given. Choose another.`,
  },
}

/** Why an option cannot be chosen in this case; undefined when it can. */
export function refusalOf(option: Offered, question: Question<unknown>, context: Context): string | undefined {
  if (context.isOffered?.(question.id, option) !== false) return undefined
  const says = messages[context.language]
  return option.retired ? says.retired(context.text(option.label)) : says.notNow(context.text(option.label))
}

export const isAlwaysOffered = ({ visible, retired }: Pick<Offered, 'visible' | 'retired'>) =>
  visible === undefined && !retired
