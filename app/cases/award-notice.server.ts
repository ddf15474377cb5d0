import { formatKronor } from '~/forms/format'
import type { Surroundings } from '~/forms/surroundings'
import { languages } from '~/forms/text'
import { resolveText } from '~/forms/texts'
import type { Tx } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { translator } from '~/platform/i18n/translator.server'
import { queueMail } from '~/platform/mail.server'
import type { OpenCase } from './award.store.server'
import { loadForm } from './form-versions.store.server'

/** Tells whoever worked last in a case that its award is another one: figures that follow from it may have to be changed. */
export async function tellAwardChanged(tx: Tx, { editor, ...open }: OpenCase, now: Surroundings): Promise<void> {
  const [was, is] = [open.surroundings.award.kronor, now.award.kronor]
  if (!editor || is === undefined || was === is) return
  const language = languages.find((each) => each === editor.language) ?? 'sv'
  const t = translator(language, 'mail')
  const form = await loadForm(open.formVersionId)
  const facts = {
    title: resolveText(form, form.definition.title, language, { surroundings: now }),
    agency: now.agency.name,
    kronor: formatKronor(is, language),
    before: was === undefined ? '–' : formatKronor(was, language),
  }
  await queueMail(tx, {
    to: editor.email,
    language,
    subject: t('award.subject', facts),
    text: [t('award.text', facts), t('award.check')].join('\n\n'),
    button: { label: t('award.button'), href: new URL(`/arenden/${open.id}`, env().origin).href },
    why: t('award.why'),
  })
}
