import { useLoaderData } from '@remix-run/react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '~/forms/format'
import { guard } from '~/platform/access/guard.server'
import { demoOnly } from '~/platform/access/rules.server'
import { findLetter } from '~/platform/sign-in/inbox.server'
import { DataList } from '~/ui/data-list'
import { H1, H2 } from '~/ui/heading'
import { Card, PublicColumn } from '~/ui/layout'
import { pageTitle } from '~/ui/page-title'
import { TextLink } from '~/ui/text-link'
import styles from './letter.module.css'

export const loader = guard(demoOnly, async ({ params, language }) => {
  const letter = await findLetter(params.mailId ?? '')
  if (!letter) throw new Response(null, { status: 404 })
  return { ...letter, at: formatDateTime(letter.at, language) }
})

export const meta = ({ data }: { data: { subject: string } | undefined }) => [{ title: pageTitle(data?.subject) }]

export default function LetterPage() {
  const { id, to, subject, at, text, attachments } = useLoaderData<typeof loader>()
  const { t } = useTranslation('account')
  return (
    <PublicColumn
      crumbs={[
        { text: t('crumbs.demo'), href: '/demo' },
        { text: t('inbox.title'), href: '/demo/post' },
        { text: subject },
      ]}
    >
      <H1>{subject}</H1>
      <DataList
        look="compact"
        items={[
          { label: t('inbox.to'), value: to },
          { label: t('inbox.at'), value: at },
        ]}
      />
      <Card>
        <div className={styles.letter}>
          <Linked text={text} />
        </div>
      </Card>
      {attachments.length > 0 && (
        <section className="stack tight" aria-labelledby="bilagor">
          <H2 id="bilagor">{t('inbox.attachments')}</H2>
          <ul>
            {attachments.map(({ name, sha256 }) => (
              <li key={`${sha256} ${name}`}>
                <TextLink to={`/demo/post/${id}/${sha256}`} download>
                  {name}
                </TextLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <TextLink to="/demo/post">{t('inbox.back')}</TextLink>
      </p>
    </PublicColumn>
  )
}

/** The letter as it was sent, its addresses as links. */
function Linked({ text }: { readonly text: string }) {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part, index) =>
    index % 2 === 1 ? (
      <a key={part} href={part}>
        {part}
      </a>
    ) : (
      <Fragment key={part}>{part}</Fragment>
    ),
  )
}
