import { languages } from '~/forms/text'
import type { ChoiceOptions } from './kind'

/** The option that is meant: by id, or by its label as it is written in any language. */
export function chosenId(typed: string, { options }: ChoiceOptions): string | undefined {
  const wanted = typed.trim()
  const byLabel = () => options.find(({ label }) => languages.some((language) => label[language] === wanted))
  return (options.find(({ id }) => id === wanted) ?? byLabel())?.id
}
