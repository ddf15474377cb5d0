import { expect } from '@playwright/test'
import { writeDraft } from '~/cases/answers.store.server'
import { loadCase } from '~/cases/case.store.server'
import { begin } from './support/fill-in'
import { expectAxeToFindNothing, expectKeysToReachAll, expectToFit } from './support/look'
import { inSurvey } from './support/survey'
import { test } from './support/test'
import type { Town } from './support/world'

const rowCount = 100

/** A hundred activities of 1 000 kr each in the case's first table. */
async function fillTable(caseId: string, { officer }: Town): Promise<void> {
  const rows = Array.from({ length: rowCount }, (_, at) => [
    `r${at + 1}`,
    { _at: at + 1, activity: `Aktivitet nummer ${at + 1}`, type: 'Socialtjänst', amount: '1 000' },
  ])
  const { revision, draft } = await loadCase(caseId)
  const filled = { ...draft, childrenTable: Object.fromEntries(rows) }
  await writeDraft({
    caseId,
    from: revision,
    draft: filled,
    changes: [],
    page: null,
    userId: officer.id,
    now: new Date(),
  })
}

test('a table of a hundred rows can be read, walked and filled in', async ({ town, enter, javaScriptEnabled }) => {
  const caseId = await inSurvey(town, 2016)
  const page = await enter(town.officer)
  const href = await begin(page, caseId)
  await fillTable(caseId, town)
  const where = 'a hundred rows'
  const sum = page.locator('#childrenTable').getByRole('row', { name: /^Summa/ })

  await page.goto(`${href}/sida/economy`)
  await expect(page.locator('[name$=".activity"]').nth(rowCount - 1)).toHaveValue('Aktivitet nummer 100')
  await expect(sum).toContainText(/100\s000\skr/)
  await expectToFit(page, where)
  // axe is a script itself: where none runs, it never ends.
  const hasScript = javaScriptEnabled !== false
  if (hasScript) await expectAxeToFindNothing(page, where)
  if (hasScript) await expectKeysToReachAll(page, where, 600)

  // On a phone each row is a card of its own; the last one is corrected there.
  await page.setViewportSize({ width: 390, height: 844 })
  if (hasScript) await expectAxeToFindNothing(page, `${where} on a phone`)
  await page
    .locator('[name$=".amount"]')
    .nth(rowCount - 1)
    .fill('2 500')
  await page.getByRole('button', { name: 'Spara och fortsätt' }).last().click()
  await expect(page.locator('form.sheet[action$="/sida/economy"]')).toHaveCount(0)
  await page.goto(`${href}/sida/economy`)
  await expect(sum).toContainText(/101\s500\skr/)
})
