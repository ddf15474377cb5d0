import { Button } from '@navikt/ds-react/Button'
import { data as answer } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatDate, formatKronor } from '~/forms/format'
import { grantedBy } from '~/grants/allocations/allocations.store.server'
import { dayOf } from '~/grants/rounds/deadline'
import { countRecipients, extendableCases } from '~/grants/rounds/rounds.store.server'
import { guard } from '~/platform/access/guard.server'
import { agencyRule } from '~/platform/access/rules.server'
import { translator } from '~/platform/i18n/translator.server'
import { loadRound } from '~/reviews/round.server'
import { ButtonLink } from '~/ui/button-link'
import { DataList } from '~/ui/data-list'
import { H1, H2 } from '~/ui/heading'
import { Card, PublicColumn } from '~/ui/layout'
import { Notice } from '~/ui/notice'
import { pageTitle } from '~/ui/page-title'
import { SelectInput } from '~/ui/select-input'
import { TextInput } from '~/ui/text-input'
import { TextLink } from '~/ui/text-link'
import { changeDates, type DateOutcome, everyone } from './change-dates.server'

/** The dates of a round, and more time for single recipients. */
export const loader = guard(agencyRule('manage'), async ({ request, params, agencies, language }) => {
  const roundId = params.roundId ?? ''
  const t = translator(language, 'review')
  const round = await loadRound(roundId, language)
  const ids = agencies.map(({ agencyId }) => agencyId)
  const [cases, granted, recipients] = await Promise.all([
    extendableCases(roundId, ids),
    grantedBy(roundId, ids),
    countRecipients(roundId, ids),
  ])
  const query = new URL(request.url).searchParams
  const heading = round.title
  return {
    title: pageTitle(t('manage.changeTitle', { round: heading })),
    heading,
    roundId,
    // Just opened, or come into.
    begun: query.get('klart'),
    invited: query.get('klart') === 'invited' ? Number(query.get('antal')) || 0 : 0,
    recipients,
    // Where there is an award, recipients come with theirs.
    comeWithAwards: round.form.definition.award === true,
    awards: granted.awards,
    per: round.form.definition.figures.per !== undefined,
    granted: formatKronor(granted.kronor, language),
    shared: round.deskAgencyIds.some((id) => agencies.every(({ agencyId }) => agencyId !== id)),
    opens: formatDate(round.opensAt, language, { weekday: true }),
    deadline: formatDate(round.deadline, language, { weekday: true }),
    deadlineDay: dayOf(round.deadline),
    cases: [
      { value: everyone, label: t('manage.everyone') },
      ...cases.map(({ id, name }) => ({ value: id, label: name })),
    ],
    extended: cases.flatMap(({ id, name, extendedTo }) =>
      extendedTo ? [{ key: id, label: name, value: formatDate(extendedTo, language, { weekday: true }) }] : [],
    ),
  }
})

export const action = guard(agencyRule('manage'), async ({ request, params, agencies, who, language, now }) => {
  const outcome = await changeDates({
    fields: await request.formData(),
    roundId: params.roundId ?? '',
    agencyIds: agencies.map(({ agencyId }) => agencyId),
    userId: who.user.id,
    now,
    language,
    t: translator(language, 'review'),
  })
  return answer(outcome, { status: outcome.error ? 400 : 200 })
})

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function RoundDates() {
  const data = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const { t } = useTranslation('review')
  const of = (form: DateOutcome['form']) => (outcome?.form === form ? outcome : undefined)
  const [deadline, extension] = [of('deadline'), of('extension')]
  return (
    <PublicColumn crumbs={[{ href: '/omgangar', text: t('manage.title') }, { text: data.heading }]}>
      {(data.begun === 'opened' || data.begun === 'joined') && !outcome && <Begun how={data.begun} />}
      {data.invited > 0 && !outcome && <Invited count={data.invited} />}
      <div className="stack tight">
        <H1>{data.heading}</H1>
        <DataList
          look="facts"
          items={[
            { key: 'opens', label: t('manage.opens'), value: data.opens },
            { key: 'deadline', label: t('manage.deadline'), value: data.deadline },
          ]}
        />
        <p>
          <ButtonLink to={`/granskning/${data.roundId}`} variant="secondary" size="small">
            {t('manage.cases')}
          </ButtonLink>
        </p>
      </div>
      <RecipientsCard {...data} />
      <AllocationCard {...data} />
      <Card labelledBy="sista-dag" gap="tight">
        <H2 id="sista-dag">{t('manage.deadlineTitle')}</H2>
        <Said outcome={deadline} />
        {data.shared && <p>{t('manage.shared')}</p>}
        {!data.shared && (
          <Form method="post" className="stack tight" key={data.deadlineDay}>
            <input type="hidden" name="gor" value="deadline" />
            <TextInput
              id="ny-sista-dag"
              name="dag"
              label={t('manage.deadlineLabel')}
              help={t('manage.deadlineHelp')}
              defaultValue={deadline?.error ? deadline.typed : data.deadlineDay}
              errors={deadline?.error ? [deadline.error] : undefined}
              width={12}
              autoComplete="off"
            />
            <p>
              <Button type="submit" variant="secondary">
                {t('manage.saveDeadline')}
              </Button>
            </p>
          </Form>
        )}
      </Card>
      <Card labelledBy="langre-tid" gap="tight">
        <H2 id="langre-tid">{t('manage.extension')}</H2>
        <p>{t('manage.extensionLead')}</p>
        <Said outcome={extension} />
        {data.extended.length > 0 ? (
          <DataList look="compact" items={data.extended} />
        ) : (
          <p className="subtle">{t('manage.noExtensions')}</p>
        )}
        <Form method="post" className="stack tight" key={extension?.done}>
          <input type="hidden" name="gor" value="extension" />
          <SelectInput
            name="arende"
            label={t('manage.recipient')}
            empty={t('manage.chooseRecipient')}
            options={data.cases}
            defaultValue={extension?.error ? extension.recipient : ''}
          />
          <TextInput
            id="kommunens-sista-dag"
            name="dag"
            label={t('manage.extendTo')}
            help={t('manage.extendHelp')}
            defaultValue={extension?.error ? extension.typed : ''}
            errors={extension?.error ? [extension.error] : undefined}
            width={12}
            autoComplete="off"
          />
          <p>
            <Button type="submit" variant="secondary">
              {t('manage.saveExtension')}
            </Button>
          </p>
        </Form>
      </Card>
    </PublicColumn>
  )
}

/** What a round that has just been opened needs next. */
function Begun({ how }: { readonly how: 'opened' | 'joined' }) {
  const { t } = useTranslation('round')
  return (
    <Notice tone="success" live="polite">
      {t(`open.${how}`)} {t('open.next')}
    </Notice>
  )
}

function Invited({ count }: { readonly count: number }) {
  const { t } = useTranslation('round')
  return (
    <Notice tone="success" live="polite">
      {t('invite.done', { count })}
    </Notice>
  )
}

interface RecipientsCardProps {
  readonly roundId: string
  readonly recipients: number
  readonly comeWithAwards: boolean
}

/** The next step of a round without recipients. */
const isInvitingFirst = ({ recipients, comeWithAwards }: Omit<RecipientsCardProps, 'roundId'>) =>
  recipients === 0 && !comeWithAwards

function RecipientsCard(props: RecipientsCardProps) {
  const { roundId, recipients } = props
  const { t } = useTranslation('round')
  return (
    <Card labelledBy="kommuner" gap="tight">
      <H2 id="kommuner">{t('invite.heading')}</H2>
      <p>{recipients === 0 ? t('invite.nobody') : t('invite.here', { count: recipients })}</p>
      <p>
        <ButtonLink to={`/omgangar/${roundId}/bjud-in`} variant={isInvitingFirst(props) ? 'primary' : 'secondary'}>
          {t(recipients === 0 ? 'invite.title' : 'invite.more')}
        </ButtonLink>
      </p>
    </Card>
  )
}

interface AllocationCardProps extends RecipientsCardProps {
  readonly awards: number
  readonly granted: string
  /** The amounts can be worked out from the applications. */
  readonly per: boolean
}

function AllocationCard({ roundId, awards, granted, per, ...recipients }: AllocationCardProps) {
  const { t } = useTranslation(['round', 'per-unit'])
  return (
    <Card labelledBy="tilldelning" gap="tight">
      <H2 id="tilldelning">{t('round.allocation')}</H2>
      <p>{awards === 0 ? t('round.allocationText') : t('allocation.granted', { count: awards, sum: granted })}</p>
      <p>
        <ButtonLink
          to={`/omgangar/${roundId}/tilldelning`}
          variant={awards === 0 && !isInvitingFirst(recipients) ? 'primary' : 'secondary'}
        >
          {t(awards === 0 ? 'round.allocate' : 'round.allocateAgain')}
        </ButtonLink>
      </p>
      {per && (
        <p>
          {t('per-unit:linkText')} <TextLink to={`/omgangar/${roundId}/belopp`}>{t('per-unit:link')}</TextLink>
        </p>
      )}
    </Card>
  )
}

function Said({ outcome }: { readonly outcome: { readonly done?: string | undefined } | undefined }) {
  if (!outcome?.done) return null
  return (
    <Notice tone="success" live="polite">
      {outcome.done}
    </Notice>
  )
}
