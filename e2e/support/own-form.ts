import type { z } from 'zod'
import { formDefinition } from '~/forms/definition'
import { openRound, prepareRound } from '~/grants/rounds/open-round.server'
import { db, transaction } from '~/platform/db.server'
import type { Town } from './world'

/** The same in both languages. */
export const both = (text: string) => ({ sv: text, en: text })

const day = 24 * 3_600_000

/**
 * Publishes a form that no programme has and opens a round with it for a town alone.
 *
 * @returns the town's case, which nobody has opened yet
 */
export async function openOwnForm(
  { organisationId }: Town,
  name: string,
  form: Pick<z.input<typeof formDefinition>, 'title' | 'figures' | 'pages' | 'signers'>,
): Promise<string> {
  const formId = `${name}-${organisationId}`
  const definition = formDefinition.parse({
    id: formId,
    programme: formId,
    kind: 'application',
    reviewer: 'national',
    shortTitle: form.title,
    affirmation: both('Uppgifterna stämmer.'),
    ...form,
  })
  await db().formVersion.create({
    data: { formId, version: 1, hash: formId, definition: JSON.parse(JSON.stringify(definition)) },
  })
  const agencyId = (await db().organisation.findFirstOrThrow({ where: { kind: 'nationalAgency' } })).id
  const now = new Date()
  const prepared = await prepareRound({
    formId,
    year: 2004,
    opensAt: new Date(now.getTime() - day),
    deadline: new Date(now.getTime() + 30 * day),
    rates: {},
    desks: [{ agencyId, contact: {} }],
    recipients: [{ organisationId, agencyId }],
  })
  const roundId = await transaction((tx) => openRound(tx, prepared))
  return (await db().case.findFirstOrThrow({ where: { roundId, organisationId } })).id
}
