import { parseWithZod } from '@conform-to/zod/v4'
import { Button } from '@navikt/ds-react/Button'
import { redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatInteger, formatNames } from '~/forms/format'
import { inviteRecipients, newcomers } from '~/grants/rounds/invite-recipients.server'
import { guard } from '~/platform/access/guard.server'
import { type AgencyAccess, agencyRule } from '~/platform/access/rules.server'
import { isPortalError, PortalError } from '~/platform/errors'
import { translator } from '~/platform/i18n/translator.server'
import { errorItems } from '~/platform/posted'
import { loadRound } from '~/reviews/round.server'
import { ActionBar } from '~/ui/action-bar'
import { ButtonLink } from '~/ui/button-link'
import { H1, H2, Lead } from '~/ui/heading'
import { Card, PublicColumn, Sheet, Stack } from '~/ui/layout'
import { More } from '~/ui/more'
import { Notice } from '~/ui/notice'
import { pageTitle } from '~/ui/page-title'
import { PostedErrors } from '~/ui/posted-errors'
import { agenciesOf, countiesOf, invitableChoices, recipientsSchema } from '../omgangar_.ny/new-round.server'
import { RecipientChoices } from '../omgangar_.ny/recipient-choices'

/** The municipalities of a county stand there; those of the country open. */
const mostNames = 50

/** Who is invited, before anybody is. */
interface Preview {
  readonly names: readonly string[]
  /** The first of them, and how many more; where they are too many to be read at once. */
  readonly short: string | undefined
  /** How many of those chosen are in the round already. */
  readonly already: number
  /** They have changed since they were last shown. */
  readonly stale: boolean
  /** What is posted again to invite them. */
  readonly fields: readonly (readonly [name: string, value: string])[]
}

/** The desk that invites: whoever manages several of a round's invites for the first. */
async function deskOf(access: readonly AgencyAccess[]) {
  const { agencies, municipalities } = await agenciesOf(access)
  const [agency] = agencies
  if (!agency) throw new PortalError('notFound')
  return { agency, municipalities }
}

/** More municipalities in a round that is open. */
export const loader = guard(agencyRule('manage'), async ({ params, agencies, language, now }) => {
  const t = translator(language, 'round')
  const round = await loadRound(params.roundId ?? '', language)
  const { agency, municipalities } = await deskOf(agencies)
  const ours = municipalities.filter(({ countyCode }) => !agency.countyCode || countyCode === agency.countyCode)
  return {
    title: pageTitle(t('invite.title'), round.title),
    heading: round.title,
    roundHref: `/omgangar/${round.id}`,
    over: round.deadline < now,
    county: agency.county,
    choices: invitableChoices(agency.countyCode),
    municipalities: formatInteger(ours.length, language),
    counties: countiesOf(municipalities),
  }
})

export const action = guard(agencyRule('manage'), async ({ request, params, agencies, who, language, now }) => {
  const t = translator(language, 'round')
  const roundId = params.roundId ?? ''
  const fields = await request.formData()
  const { agency, municipalities } = await deskOf(agencies)
  const submission = parseWithZod(fields, { schema: recipientsSchema({ agency, municipalities, t }) })
  if (submission.status !== 'success') return { reply: submission.reply(), preview: null }
  const chosen = submission.value
  const fresh = new Set(await newcomers({ roundId, recipientIds: chosen.map(({ id }) => id) }))
  const shown = String(fields.get('antal') ?? '')
  if (shown === String(fresh.size) && fresh.size > 0) {
    try {
      const count = await inviteRecipients(
        { roundId, agencyId: agency.id, recipientIds: [...fresh] },
        { userId: who.user.id, now },
      )
      throw redirect(`/omgangar/${roundId}?klart=invited&antal=${count}`, 303)
    } catch (error) {
      // The page says that the last day is over.
      if (!isPortalError(error) || error.code !== 'tooEarly') throw error
    }
  }
  const names = chosen.flatMap(({ id, shortName }) => (fresh.has(id) ? [shortName] : []))
  const preview: Preview = {
    names,
    short: names.length > mostNames ? formatNames(names, language) : undefined,
    already: chosen.length - fresh.size,
    stale: shown !== '' && shown !== String(fresh.size),
    fields: ['mottagare', 'lan', 'lista'].flatMap((name) =>
      fields.getAll(name).map((value): [string, string] => [name, String(value)]),
    ),
  }
  return { reply: submission.reply(), preview }
})

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function InviteRecipients() {
  const { heading, roundHref, over, ...choices } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const { t } = useTranslation('round')
  const reply = outcome?.reply
  return (
    <PublicColumn
      crumbs={[
        { href: '/omgangar', text: t('rounds') },
        { href: roundHref, text: heading },
        { text: t('invite.title') },
      ]}
    >
      <PostedErrors heading={t('invite.errorHeading')} items={errorItems(reply)} />
      <Stack gap="tight">
        <H1>{t('invite.title')}</H1>
        <Lead>{t('invite.lead')}</Lead>
      </Stack>
      {over && <Notice tone="warning">{t('invite.over')}</Notice>}
      {!over && outcome?.preview && <Chosen preview={outcome.preview} />}
      {!over && (
        <Sheet>
          <Form method="post" noValidate>
            <RecipientChoices {...choices} reply={reply} />
            <ActionBar>
              <Button type="submit" variant={outcome?.preview ? 'secondary' : 'primary'}>
                {t('invite.check')}
              </Button>
              <ButtonLink to={roundHref} variant="tertiary">
                {t('preview.cancel')}
              </ButtonLink>
            </ActionBar>
          </Form>
        </Sheet>
      )}
    </PublicColumn>
  )
}

/** Whom the button invites, by name. */
function Chosen({ preview: { names, short, already, stale, fields } }: { readonly preview: Preview }) {
  const { t } = useTranslation('round')
  const count = names.length
  return (
    <Card labelledBy="valda" gap="tight">
      {stale && <Notice tone="warning">{t('invite.stale')}</Notice>}
      <H2 id="valda">{count === 0 ? t('invite.nothing') : t('invite.chosen', { count })}</H2>
      {count > 0 && <p>{short ?? names.join(', ')}</p>}
      {short && (
        <More title={t('invite.all')}>
          <p>{names.join(', ')}</p>
        </More>
      )}
      {already > 0 && <p className="subtle">{t('invite.already', { count: already })}</p>}
      {count > 0 && (
        <Form method="post">
          <input type="hidden" name="antal" value={count} />
          {fields.map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <div className="row">
            <Button type="submit">{t('invite.confirm', { count })}</Button>
            <span className="subtle small">{t('invite.nothingSent')}</span>
          </div>
        </Form>
      )}
    </Card>
  )
}
