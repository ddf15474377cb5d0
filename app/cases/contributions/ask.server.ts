import { languages } from '~/forms/text'
import { audit } from '~/platform/audit.server'
import { transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import { consume } from '~/platform/sign-in/rate-limits.server'
import { checkCase } from '../check.server'
import { answersTo, askableOn, withFollowUps } from './askable'
import { addLink, createContribution, languageOfAddress, loadContribution } from './contribution.store.server'
import { askLetter } from './letters.server'
import { assertStarted } from './status'

export interface AskContribution {
  readonly caseId: string
  readonly pageId: string
  /** Those that are asked for; none means the whole page. */
  readonly questions: readonly string[]
  readonly name: string
  /** Lower case */
  readonly email: string
  readonly message: string
  readonly deadline: Date
  readonly asker: { readonly id: string; readonly language: string }
  readonly now: Date
}

/**
 * Asks somebody for a page, or questions of it, by a link in a letter. It begins with what the case answers now.
 *
 * @returns the contribution's id
 * @throws PortalError notFound (no such page, or nothing on it can be asked for), invalid (the deadline has passed), tooMany, locked, closed
 */
export async function askContribution(input: AskContribution): Promise<string> {
  const { caseId, pageId, email, asker, now, deadline } = input
  if (deadline <= now) throw new PortalError('invalid')
  const { stored, form, judgement } = await checkCase(caseId, 'sv')
  assertStarted(stored.state)
  const page = judgement.pages.find((each) => each.page.id === pageId)
  const askable = page ? askableOn(form, page) : []
  const questions = withFollowUps(askable, input.questions)
  if (questions.length === 0 || input.questions.some((id) => !questions.includes(id))) throw new PortalError('notFound')
  if (!(await consume('askFromPerson', asker.id)) || !(await consume('askToAddress', email)))
    throw new PortalError('tooMany')
  const language = (await languageOfAddress(email)) ?? asker.language
  return transaction(async (tx) => {
    const id = await createContribution(tx, {
      caseId,
      askerId: asker.id,
      name: input.name,
      email,
      language: languages.find((each) => each === language) ?? 'sv',
      page: pageId,
      questions,
      message: input.message === '' ? null : input.message,
      deadline,
      base: answersTo(stored.draft, questions),
      askedAt: now,
    })
    await askLetter(tx, await loadContribution(id, caseId, tx), 'ask', await addLink(tx, id))
    await audit(tx, {
      actor: asker.id,
      action: 'contribution.asked',
      entity: `case:${caseId}`,
      details: { contribution: id, page: pageId },
    })
    return id
  })
}
