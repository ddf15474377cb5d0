import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { acceptContribution } from '~/cases/contributions/accept.server'
import { sendBackContribution } from '~/cases/contributions/send-back.server'
import { withdrawContribution } from '~/cases/contributions/withdraw.server'
import { dayToCome } from '~/grants/rounds/day-to-come.server'
import { isPortalError } from '~/platform/errors'
import type { Language } from '~/platform/i18n/languages'
import { translator } from '~/platform/i18n/translator.server'

interface Act {
  readonly caseId: string
  readonly contributionId: string
  readonly officerId: string
  readonly now: Date
  readonly language: Language
}

/** Characters. */
const longest = 1000

/** What the officer pressed. What somebody else has done meanwhile is shown. */
export async function actOn(fields: FormData, act: Act): Promise<SubmissionResult | undefined> {
  const list = `/arenden/${act.caseId}/underlag`
  const here = `${list}/${act.contributionId}`
  const done = (what: string) => redirect(`${list}?klart=${what}&underlag=${act.contributionId}`, 303)
  try {
    switch (fields.get('gor')) {
      case 'godta': {
        const units = fields.getAll('ta').map(String)
        if (units.length === 0 && fields.get('antal') !== '0') throw redirect(`${here}?inget=1`, 303)
        const result = await acceptContribution({ ...act, units, seen: String(fields.get('sett') ?? '') })
        throw result === 'again' ? redirect(`${here}?igen=1`, 303) : done('accepted')
      }
      case 'tillbaka': {
        const submission = sendBackFrom(fields, act)
        if (submission.status !== 'success') return submission.reply()
        await sendBackContribution({ ...act, ...submission.value })
        throw done('sentBack')
      }
      case 'aterkalla':
        await withdrawContribution(act)
        throw done('withdrawn')
      default:
        throw redirect(here, 303)
    }
  } catch (error) {
    if (!isPortalError(error)) throw error
    if (error.code === 'notFound') throw new Response(null, { status: 404 })
    if (error.code === 'stale' || error.code === 'locked' || error.code === 'closed') throw redirect(here, 303)
    throw error
  }
}

function sendBackFrom(fields: FormData, { language, now }: Act) {
  const t = translator(language, 'contribution')
  const schema = z.object({
    words: z
      .string(t('one.wordsMissing'))
      .trim()
      .min(1, t('one.wordsMissing'))
      .refine((text) => text.length <= longest, {
        error: ({ input }) => t('one.wordsTooLong', { count: String(input).length - longest }),
      }),
    deadline: dayToCome(language, now),
  })
  return parseWithZod(fields, { schema })
}
