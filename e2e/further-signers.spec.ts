import { expect } from '@playwright/test'
import { save } from './support/fill-in'
import { both, openOwnForm } from './support/own-form'
import { openRequest, sign } from './support/signature'
import { test } from './support/test'

test('a form that asks for the controller is handed in when both have signed', async ({ town, enter }) => {
  const caseId = await openOwnForm(town, 'controller', {
    title: both('Simhallar: ansökan'),
    figures: { amount: 'applied' },
    signers: [{ id: 'controller', role: both('Controller'), affirmation: both('Beloppet stämmer med bokföringen.') }],
    pages: [
      {
        id: 'money',
        title: both('Pengar'),
        questions: [{ id: 'applied', kind: 'money', label: both('Sökt belopp') }],
      },
    ],
  })
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
