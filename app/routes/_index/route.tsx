import { FloppydiskIcon, NotePencilIcon, SealCheckmarkIcon } from '@navikt/aksel-icons'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { guard } from '~/platform/access/guard.server'
import { homeOf } from '~/platform/access/home'
import { anyone } from '~/platform/access/rules.server'
import { demonstration } from '~/platform/demonstration.server'
import { translator } from '~/platform/i18n/translator.server'
import { identityProvider } from '~/platform/sign-in/oidc.server'
import { H1, H2, H3, Lead } from '~/ui/heading'
import { PublicColumn, Stack } from '~/ui/layout'
import { Mark } from '~/ui/mark'
import { pageTitle } from '~/ui/page-title'
import { TextLink } from '~/ui/text-link'
import { DemonstrationEntry } from '../logga-in/demonstration-entry'
import { SignInForm } from '../logga-in/sign-in-form'
import styles from './front-page.module.css'

export const loader = guard(anyone, async ({ who, language }) => {
  const home = who && homeOf(who)
  if (home) throw redirect(home)
  return {
    title: translator(language, 'account')('home.title'),
    nobody: who?.user.email,
    provider: identityProvider(),
    demonstration: await demonstration(),
  }
})

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: pageTitle(data?.title) }]

const points = [
  ['filled', NotePencilIcon],
  ['safe', FloppydiskIcon],
  ['sealed', SealCheckmarkIcon],
] as const

export default function FrontPage() {
  const { nobody, provider, demonstration } = useLoaderData<typeof loader>()
  const { t } = useTranslation('account')
  if (nobody) return <Nobody email={nobody} />
  return (
    <PublicColumn>
      <div className={styles.opening}>
        <Mark size={72} />
        <Stack gap="tight">
          <H1>{t('home.title')}</H1>
          <Lead>{t('home.lead')}</Lead>
        </Stack>
      </div>
      {demonstration && <DemonstrationEntry />}
      <section className="stack tight" aria-labelledby="logga-in">
        <H2 id="logga-in">{t('signIn.title')}</H2>
        <p className="measure subtle">{t('signIn.lead')}</p>
        <SignInForm provider={provider} secondary={demonstration} />
      </section>
      <ul className={styles.points}>
        {points.map(([id, Icon]) => (
          <li key={id}>
            <Icon aria-hidden />
            <H3>{t(`home.points.${id}.title`)}</H3>
            <p className="small subtle">{t(`home.points.${id}.text`)}</p>
          </li>
        ))}
      </ul>
      <p>
        {t('home.verify')} <TextLink to="/kontrollera">{t('home.verifyLink')}</TextLink>
      </p>
    </PublicColumn>
  )
}

/** Signed in, but in no organisation: removed since, or not yet added. */
function Nobody({ email }: { readonly email: string }) {
  const { t } = useTranslation('account')
  return (
    <PublicColumn>
      <Stack gap="tight">
        <H1>{t('home.nobody.title')}</H1>
        <Lead>{t('home.nobody.text', { email })}</Lead>
      </Stack>
      <p>
        <TextLink to="/logga-ut">{t('signOut.button')}</TextLink>
      </p>
    </PublicColumn>
  )
}
