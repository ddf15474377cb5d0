import { renderPdf } from '~/views/pdf/render.server'
import { sampleDocument } from '~/views/pdf/testing/sample'
import type { PersonSigning } from '../person'
import { seal } from '../seal.server'
import { signAsPerson } from '../sign.server'
import { createTrialAuthority, openTrialAuthority } from '../trial-authority.server'

/** A trial authority of its own, without a database. */
export async function trialAuthority() {
  return openTrialAuthority(await createTrialAuthority(new Date()))
}

/** A signatory whose name needs letters of every language that the portal meets. */
export const signatory: Omit<PersonSigning, 'at'> = {
  name: 'Áŋŋa Đuoŋŋá Łucja Žižka-Ŧuolpu Čáhci-Šaŋŋá',
  organisation: 'Botkyrka kommun',
  orgNumber: '212000-2882',
  title: 'Stöd- och utvecklingschef',
  method: 'mailLink',
  reason: 'Återrapportering, ärende 821-1234-2021',
}

/** The sample document, signed and sealed now. */
export async function sealedSample(authority: Awaited<ReturnType<typeof trialAuthority>>) {
  const rendered = await renderPdf(sampleDocument)
  const signed = await signAsPerson(rendered, { ...signatory, at: new Date() }, authority)
  return { rendered, signed, sealed: await seal(signed, new Date(), authority) }
}
