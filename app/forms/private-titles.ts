import type { CompiledForm } from './compiled-form'
import type { FormDefinition, Page } from './definition'
import { localTexts } from './local-texts'
import type { Report } from './problems'

/** Titles stand in mails, lists, logs and file names, where the number of a person has no place. */
export function refusePrivateTitles(
  { title, shortTitle }: FormDefinition,
  pages: readonly Page[],
  { questions, templates }: Pick<CompiledForm['compiled'], 'questions' | 'templates'>,
  report: Report,
): void {
  const titles = { title, shortTitle, pages: pages.map((page) => ({ id: page.id, title: page.title })) }
  for (const { place, text } of localTexts(titles, '')) {
    for (const source of Object.values(text)) {
      const read = templates.get(source)?.reads.find((each) => isPrivate(questions.get(each.question)?.question.kind))
      if (read) report(place, `«${read.question}» is the number of a person, and stands in no title.`)
    }
  }
}

const isPrivate = (kind: string | undefined) => kind === 'identity-number'
