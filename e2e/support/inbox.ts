import { expect, type Page } from '@playwright/test'

/** Opens the newest letter to an address with this subject, in the demonstration's inbox; waits until it has come. */
export async function letterTo(page: Page, address: string, subject: string): Promise<void> {
  const letter = page.getByRole('row').filter({ hasText: address }).getByRole('link', { name: subject, exact: true })
  await expect(async () => {
    await page.goto('/demo/post')
    await expect(letter.first()).toBeVisible({ timeout: 100 })
  }).toPass({ timeout: 30_000 })
  await letter.first().click()
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible()
}
