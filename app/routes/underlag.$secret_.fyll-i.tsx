import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { handInContribution } from '~/cases/contributions/hand-in.server'
import { postedIn } from '~/cases/contributions/post.server'
import { stepOfContribution } from '~/cases/contributions/received.server'
import { saveContribution } from '~/cases/contributions/save.server'
import { guard } from '~/platform/access/guard.server'
import { contributionLink } from '~/platform/access/rules.server'
import { isPortalError } from '~/platform/errors'
import { translator } from '~/platform/i18n/translator.server'
import { pageTitle } from '~/ui/page-title'
import { FillIn } from '~/views/contributions/fill-in'

export const loader = guard(contributionLink, async ({ request, params, contributionId, now, language }) => {
  const { received, step, ...rest } = await stepOfContribution(contributionId, language, now)
  const { status, changeable } = received
  const isOpen = status === 'opened' || status === 'sentBack' || changeable
  if (!isOpen || !step) throw redirect(`/underlag/${params.secret}`)
  const wrong = step.issues.some(({ severity }) => severity === 'error')
  const showErrors = wrong && new URL(request.url).searchParams.get('visa') === 'fel'
  const prefix = showErrors ? translator(language, 'case')('error.prefix') : ''
  return {
    ...rest,
    received,
    step,
    showErrors,
    contributionId,
    here: `/underlag/${params.secret}`,
    title: pageTitle(`${prefix}${received.pageTitle}`),
  }
})

/** Saves, and hands in: at once where nothing is wrong, else when it is said that it is to be handed in as it is. */
export const action = guard(contributionLink, async ({ request, params, contributionId, now, language }) => {
  const here = `/underlag/${params.secret}`
  const fields = await request.formData()
  const intent = fields.get('intent')
  try {
    await saveContribution({ contributionId, posted: postedIn(fields), now, language })
    if (intent !== 'handIn' && intent !== 'anyway') throw redirect(`${here}/fyll-i?sparat=1`, 303)
    const { step } = await stepOfContribution(contributionId, language, now)
    if (intent === 'handIn' && step?.issues.some(({ severity }) => severity === 'error'))
      throw redirect(`${here}/fyll-i?visa=fel`, 303)
    await handInContribution({ contributionId, now })
  } catch (error) {
    if (isPortalError(error) && error.code === 'closed') throw redirect(here, 303)
    throw error
  }
  return redirect(here, 303)
})

/** Nothing of the portal around it. */
export const handle = { bare: true }

export const meta = ({ data }: { data?: { title: string } }) => [
  { title: data?.title ?? 'Bidra' },
  { name: 'robots', content: 'noindex' },
]

export default function Fill() {
  return <FillIn {...useLoaderData<typeof loader>()} />
}

export { UnknownLink as ErrorBoundary } from '~/views/contributions/unknown-link'
