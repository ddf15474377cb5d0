import { expect } from '@playwright/test'
import { formDefinition } from '~/forms/definition'
import { openRound, prepareRound } from '~/grants/rounds/open-round.server'
import { db, transaction } from '~/platform/db.server'
import { save } from './support/fill-in'
import { openRequest, sign } from './support/signature'
import { test } from './support/test'
import type { Town } from './support/world'

const both = (text: string) => ({ sv: text, en: text })
const day = 24 * 3_600_000

/** A form that asks for the controller's signature, too, and a case in it. @returns the case */
async function openForm({ organisationId }: Town): Promise<string> {
  const formId = `controller-${organisationId}`
  const definition = formDefinition.parse({
    id: formId,
    programme: formId,
    kind: 'application',
    reviewer: 'national',
    title: both('Simhallar: ansökan'),
    shortTitle: both('Simhallar'),
    figures: { amount: 'applied' },
    affirmation: both('Uppgifterna stämmer.'),
    signers: [{ id: 'controller', role: both('Controller'), affirmation: both('Beloppet stämmer med bokföringen.') }],
    pages: [
      {
        id: 'money',
        title: both('Pengar'),
        questions: [{ id: 'applied', kind: 'money', label: both('Sökt belopp') }],
      },
    ],
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

test('a form that asks for the controller is handed in when both have signed', async ({ town, enter }) => {
  const caseId = await openForm(town)
  const officer = await enter(town.officer)
  await officer.goto(`/arenden/${caseId}`)
  await officer.getByRole('button', { name: 'Börja fylla i' }).click()
  await expect(officer.getByRole('heading', { level: 2, name: 'Fyll i' })).toBeVisible()
  await officer.goto(`/arenden/${caseId}/sida/money`)
  await officer.getByLabel('Sökt belopp').fill('250 000')
  await save(officer)
  await officer.getByRole('link', { name: 'Gå till underskrift' }).click()
  await expect(officer.getByText('Ingen hos er kan skriva under som controller just nu.')).toBeVisible()

  const administrator = await enter(town.administrator)
  await administrator.goto(`/organisation/personer/${town.economist.id}/fullmakt`)
  await administrator.getByLabel('Att skriva under som controller').check()
  await administrator.getByLabel('Titel').fill('Ekonom')
  await administrator.getByLabel('Beslut').fill('Ekonomichefens beslut 2020-02-03')
  await administrator.getByRole('button', { name: 'Ge fullmakten' }).click()
  await expect(administrator.getByText('Fullmakten är sparad.')).toBeVisible()

  await officer.reload()
  await officer.getByRole('button', { name: 'Be om underskrift' }).click()
  const signatures = officer.getByRole('region', { name: 'Underskrifter' })
  await expect(signatures.getByText('Har inte skrivit under')).toHaveCount(2)

  const signatory = await enter(town.signatory)
  await openRequest(signatory)
  await sign(signatory)
  await expect(signatory.getByText('Ärendet lämnas in när alla har skrivit under.')).toBeVisible()
  await expect(signatory.getByRole('button', { name: 'Skriv under' })).toHaveCount(0)
  await officer.reload()
  await expect(signatures.getByText('Har inte skrivit under')).toHaveCount(1)
  await expect(officer.getByText(`Vi väntar på ${town.economist.name}.`)).toBeVisible()

  const controller = await enter(town.economist)
  await openRequest(controller)
  await expect(controller.getByText('Beloppet stämmer med bokföringen.')).toBeVisible()
  await sign(controller)
  await expect(controller.getByRole('heading', { level: 1, name: /^Klart!/ })).toBeVisible()
  await expect(controller.getByText(`${town.signatory.name}, Socialchef`)).toBeVisible()
  await expect(controller.getByText(`${town.economist.name}, Ekonom (controller)`)).toBeVisible()
})
