import { expect, type Page } from '@playwright/test'

/** The officer asks somebody to sign a case that is filled in. */
export async function askToSign(officer: Page, caseId: string, name: string): Promise<void> {
  await officer.goto(`/arenden/${caseId}/underskrift`)
  await officer.getByLabel(name).check()
  await officer.getByRole('button', { name: 'Be om underskrift' }).click()
  await expect(officer.getByText(`Vi väntar på ${name}.`)).toBeVisible()
}

/** The signatory opens the first document that waits. */
export async function openRequest(signatory: Page): Promise<void> {
  await signatory.goto('/skriv-under')
  await signatory.getByRole('link', { name: 'Läs och skriv under' }).first().click()
  await expect(signatory.getByRole('button', { name: 'Skriv under' })).toBeVisible()
}

/** The signatory says that they have read it, and signs. */
export async function sign(signatory: Page): Promise<void> {
  await signatory.getByRole('checkbox', { name: /Jag har läst handlingen/ }).check()
  await signatory.getByRole('button', { name: 'Skriv under' }).click()
}
