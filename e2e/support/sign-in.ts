import { expect, type Page } from '@playwright/test'

/** Becomes one of the demonstration's people. */
export async function become(page: Page, name: string): Promise<void> {
  await page.goto('/demo')
  await page.getByRole('button', { name: `Bli ${name}` }).click()
  await expect(page.getByRole('banner')).toContainText(name)
}
