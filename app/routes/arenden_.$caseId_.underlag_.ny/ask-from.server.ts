import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { z } from 'zod'
import { askContribution } from '~/cases/contributions/ask.server'
import { typedAs } from '~/grants/organisations/typed.server'
import { dayToCome } from '~/grants/rounds/day-to-come.server'
import { isPortalError } from '~/platform/errors'
import type { Language } from '~/platform/i18n/languages'
import { translator } from '~/platform/i18n/translator.server'
import { emailAddress } from '~/platform/sign-in/address'

/** Characters. */
const longestMessage = 1000

/** Reads the form and asks; errors go back with everything that was typed. */
export async function askFrom(
  fields: FormData,
  context: {
    readonly caseId: string
    readonly pageId: string
    readonly user: { readonly id: string; readonly language: string }
    readonly now: Date
    readonly language: Language
  },
): Promise<{ readonly id: string } | { readonly reply: SubmissionResult }> {
  const { caseId, pageId, user, now, language } = context
  const t = translator(language, 'contribution')
  const schema = z.object({
    questions: z.array(z.string()).min(1, t('new.questionsMissing')),
    name: typedAs('text', language, { missing: t('new.nameMissing') }),
    email: emailAddress(t('new.emailMissing')),
    deadline: dayToCome(language, now),
    message: z
      .string()
      .trim()
      .refine((text) => text.length <= longestMessage, {
        error: ({ input }) => t('new.messageTooLong', { count: String(input).length - longestMessage }),
      })
      .default(''),
  })
  const submission = parseWithZod(fields, { schema })
  if (submission.status !== 'success') return { reply: submission.reply() }
  const { questions, ...asked } = submission.value
  // Every question that is offered means the page, with what shows only later.
  const isWhole = fields.get('alla') === String(questions.length)
  try {
    const id = await askContribution({
      ...asked,
      caseId,
      pageId,
      questions: isWhole ? [] : questions,
      asker: user,
      now,
    })
    return { id }
  } catch (error) {
    if (!isPortalError(error) || error.code !== 'tooMany') throw error
    return { reply: submission.reply({ fieldErrors: { email: [t('new.tooMany')] } }) }
  }
}
