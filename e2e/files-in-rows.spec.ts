import { expect, type Page } from '@playwright/test'
import { pdf, png } from './support/files'
import { save } from './support/fill-in'
import { both, openOwnForm } from './support/own-form'
import { test } from './support/test'

const costs = {
  title: both('Simhallar: redovisning'),
  pages: [
    {
      id: 'costs',
      title: both('Kostnader'),
      questions: [
        {
          id: 'costs',
          kind: 'table',
          label: both('Kostnader'),
          options: {
            rowLabel: both('Kostnad'),
            columns: [
              { id: 'what', kind: 'text', label: both('Vad') },
              { id: 'kronor', kind: 'money', label: both('Belopp'), sum: true },
              { id: 'receipt', kind: 'attachments', label: both('Kvitto'), options: { max: 2 } },
            ],
          },
        },
      ],
    },
  ],
}

const row = (page: Page, number: number) => page.getByRole('group', { name: `Kostnad ${number}` })

test('each row holds its files: added, kept, taken away, and enclosed with the rest', async ({ town, enter }) => {
  const caseId = await openOwnForm(town, 'receipts', costs)
  const officer = await enter(town.officer)
  await officer.goto(`/arenden/${caseId}`)
  await officer.getByRole('button', { name: 'Börja fylla i' }).click()
  await expect(officer.getByRole('heading', { level: 2, name: 'Fyll i' })).toBeVisible()
  await officer.goto(`/arenden/${caseId}/sida/costs`)

  await test.step('what is wrong with a row says so, by its name', async () => {
    await row(officer, 1).getByLabel('Vad').fill('Hyra av bassäng')
    await row(officer, 1).getByLabel('Belopp').fill('12 000')
    await save(officer)
    await expect(officer.getByRole('link', { name: 'Kostnad 1, Kvitto: Lägg till minst en fil.' })).toBeVisible()
  })

  await test.step('a file goes with its row, and opens', async () => {
    await row(officer, 1).getByLabel('Kvitto').setInputFiles(pdf('hyra.pdf'))
    await save(officer)
    await expect(officer.getByRole('heading', { level: 1, name: 'Granska svaren' })).toBeVisible()
    await expect(officer.getByRole('cell', { name: 'hyra.pdf' })).toBeVisible()
    const href = await officer.getByRole('link', { name: 'hyra.pdf' }).first().getAttribute('href')
    const file = await officer.request.get(href ?? '')
    expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf'])
  })

  await test.step('what is typed beside it leaves it there, and another is added', async () => {
    await officer.goto(`/arenden/${caseId}/sida/costs`)
    await row(officer, 1).getByLabel('Belopp').fill('13 000')
    await row(officer, 1).getByLabel('Kvitto').setInputFiles(png('bild.png'))
    await save(officer)
    await expect(officer.getByRole('cell', { name: 'hyra.pdf, bild.png' })).toBeVisible()
    await expect(officer.getByRole('cell', { name: '13 000 kr' }).first()).toBeVisible()
  })

  await test.step('without its tick it leaves the row', async () => {
    await officer.goto(`/arenden/${caseId}/sida/costs`)
    await row(officer, 1).getByRole('checkbox', { name: 'Behåll hyra.pdf' }).uncheck()
    await save(officer)
    await expect(officer.getByRole('cell', { name: 'bild.png', exact: true })).toBeVisible()
    await expect(officer.getByText('hyra.pdf')).toHaveCount(0)
  })

  await test.step('a file of another kind is refused at its row, and the rest is saved', async () => {
    await officer.goto(`/arenden/${caseId}/sida/costs`)
    await row(officer, 1).getByLabel('Vad').fill('Hyra')
    const script = { name: 'kvitto.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ och mer') }
    await row(officer, 1).getByLabel('Kvitto').setInputFiles(script)
    await save(officer)
    await expect(officer.getByRole('link', { name: /kvitto\.exe/ })).toBeVisible()
    await officer.goto(`/arenden/${caseId}/sida/costs`)
    await expect(row(officer, 1).getByLabel('Vad')).toHaveValue('Hyra')
    await expect(row(officer, 1).getByRole('link', { name: 'bild.png' })).toBeVisible()
  })
})
