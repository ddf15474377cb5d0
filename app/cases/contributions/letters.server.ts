import { formatDateTime } from '~/forms/format'
import { type Language, languages } from '~/forms/text'
import type { Tx } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { translator } from '~/platform/i18n/translator.server'
import { queueMail } from '~/platform/mail.server'
import type { StoredContribution } from './contribution.store.server'
import { toldStep } from './told-step.server'

/** What a letter to whoever is asked is about. */
export type AskedLetter = 'ask' | 'remind' | 'sentBack' | 'withdrawn'

const languageOf = (of: string): Language => languages.find((each) => each === of) ?? 'sv'

/** A letter to whoever is asked, in their language. `secret` is the link's own; a withdrawn contribution has nothing to open. */
export async function askLetter(
  tx: Tx,
  contribution: StoredContribution,
  letter: AskedLetter,
  secret?: string,
): Promise<void> {
  const language = languageOf(contribution.language)
  const t = translator(language, 'contribution')
  const { stored, title, pageTitle } = await toldStep(contribution, language)
  const { message, reply } = contribution
  const facts = {
    title,
    page: pageTitle,
    organisation: stored.organisationName,
    asker: contribution.asker.name,
    deadline: formatDateTime(contribution.deadline, language),
  }
  const words = letter === 'sentBack' ? reply : message
  await queueMail(tx, {
    to: contribution.email,
    language,
    subject: t(`mail.${letter}.subject`, facts),
    text: [
      t(`mail.${letter}.text`, facts),
      ...(words && letter !== 'withdrawn' ? [t('mail.words', { ...facts, words })] : []),
      ...(letter === 'withdrawn' ? [] : [t('mail.deadline', facts), t('mail.noAccount')]),
    ].join('\n\n'),
    ...(secret ? { button: { label: t('mail.button'), href: `${env().origin}/underlag/${secret}` } } : {}),
    why: t('mail.why', facts),
  })
}

/** Tells the officer who asked that there is something to accept. */
export async function handedInLetter(tx: Tx, contribution: StoredContribution, isAgain: boolean): Promise<void> {
  const language = languageOf(contribution.asker.language)
  const t = translator(language, 'contribution')
  const { title, pageTitle } = await toldStep(contribution, language)
  const facts = { title, page: pageTitle, name: contribution.name }
  await queueMail(tx, {
    to: contribution.asker.email,
    language,
    subject: t('mail.handedIn.subject', facts),
    text: [t(isAgain ? 'mail.handedIn.again' : 'mail.handedIn.text', facts), t('mail.handedIn.next')].join('\n\n'),
    button: {
      label: t('mail.handedIn.button'),
      href: `${env().origin}/arenden/${contribution.caseId}/underlag/${contribution.id}`,
    },
    why: t('mail.handedIn.why'),
  })
}
