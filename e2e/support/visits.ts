import { expect, type Page } from '@playwright/test'
import type { EveryState, Role } from './every-state'
import { pdf } from './files'
import { workedCase } from './worked-case'

/** A page to look at: who sees it, its address, and what they do before it is looked at. */
export interface Visit {
  readonly as: Role
  /** With the places of the world in braces. */
  readonly at: string
  readonly act?: (page: Page, world: EveryState) => Promise<void>
}

const submit = (page: Page) => page.getByRole('main').locator('form button[type="submit"]').last().click()
/** Sends the page's form as it stands. */
const send = async (page: Page) => {
  await submit(page)
  await page.locator('.aksel-error-summary, [aria-invalid="true"]').first().waitFor()
}
/** Looks at whom the first choice would invite. */
const chooseAll = async (page: Page) => {
  await submit(page)
  await page.locator('#valda').waitFor()
}
/** The document stands there with its text, which comes last and which the page's structure names. */
const drawn = (page: Page) => page.locator('.viewer .endOfContent').first().waitFor({ state: 'attached' })
const check = (bytes: (sealed: Buffer) => Buffer) => async (page: Page, world: EveryState) => {
  const file = { ...pdf('handling.pdf'), buffer: bytes(world.sealed) }
  await page.locator('input[type="file"]').setInputFiles(file)
  await submit(page)
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeFocused()
}
const tampered = (sealed: Buffer) => {
  const bytes = Buffer.from(sealed)
  const middle = Math.floor(bytes.length / 2)
  bytes[middle] = (bytes[middle] ?? 0) ^ 1
  return bytes
}

/** The pages of a form on personal representatives, but the one that only some years ask for. */
const pagesOf = (form: string, worked: string): readonly string[] =>
  workedCase('personligt-ombud', form, worked).pages.flatMap(({ id }) => (id === 'pandemic' ? [] : [id]))
const returnPages = pagesOf('return.form.yaml', 'po-return-botkyrka-2020.json')
const applicationPages = pagesOf('application.form.yaml', 'po-application-botkyrka-2021.json')

const seen = (as: Role, at: string, act?: Visit['act']): Visit => ({ as, at, ...(act && { act }) })

/** Every page of the portal, in the states that it has. A route without a line here fails the test of pages. */
export const visits: readonly Visit[] = [
  seen('nobody', '/'),
  seen('nobody', '/finns-inte'),
  seen('nobody', '/hjalp'),
  seen('nobody', '/tillganglighet'),
  seen('nobody', '/personuppgifter'),
  seen('nobody', '/driftstatus'),
  seen('nobody', '/logga-in'),
  seen('nobody', '/logga-in', send),
  seen('nobody', '/logga-in/lank/finns-inte'),
  seen('nobody', '/kontrollera'),
  seen('nobody', '/kontrollera', send),
  seen(
    'nobody',
    '/kontrollera',
    check((sealed) => sealed),
  ),
  seen('nobody', '/kontrollera', check(tampered)),
  seen('nobody', '/demo'),
  seen('nobody', '/demo/post'),
  seen('nobody', '/demo/post/{mail}'),
  seen('nobody', '/underlag/{unread}'),
  seen('nobody', '/underlag/finns-inte'),
  seen('nobody', '/underlag/{filling}/fyll-i?visa=fel'),
  seen('nobody', '/underlag/{given}'),

  seen('officer', '/arenden'),
  seen('officer', '/arenden/{unopened}'),
  seen('officer', '/arenden/{open}'),
  seen('officer', '/arenden/{open}?last=1'),
  ...returnPages.map((page) => seen('officer', `/arenden/{open}/sida/${page}?visa=fel`)),
  seen('officer', '/arenden/{open}/sida/clients/tabell/clientsAll'),
  seen('officer', '/arenden/{open}/granska'),
  seen('officer', '/arenden/{open}/underskrift'),
  seen('officer', '/arenden/{open}/historik'),
  seen('officer', '/arenden/{open}/underlag'),
  seen('officer', '/arenden/{open}/underlag/ny'),
  seen('officer', '/arenden/{open}/underlag/ny?sida=clients', send),
  seen('officer', '/arenden/{open}/underlag/{contribution}'),
  seen('economist', '/arenden/{open}/krock'),
  seen('economist', '/arenden/{open}/krock?valj=1'),
  seen('officer', '/arenden/{open}/filer/{file}/ta-bort?fraga=attachments'),
  ...['introduction', 'contact', 'economy', 'use'].map((page) => seen('officer', `/arenden/{youth}/sida/${page}`)),
  seen('officer', '/arenden/{asked}'),
  seen('officer', '/arenden/{asked}/granska'),
  seen('officer', '/arenden/{asked}/underskrift'),
  seen('officer', '/arenden/{elsewhere}'),
  ...applicationPages.map((page) => seen('colleague', `/arenden/{begun}/sida/${page}?visa=fel`)),
  seen('colleague', '/arenden/{complete}'),
  seen('colleague', '/arenden/{complete}/sida/clients'),
  seen('colleague', '/arenden/{complete}/forra-aret'),
  seen('colleague', '/arenden/{complete}/granska'),
  seen('colleague', '/arenden/{complete}/underskrift'),
  seen('colleague', '/arenden/{sealed}'),
  seen('colleague', '/arenden/{sealed}/kvittens'),
  seen('neighbour', '/arenden/{declined}'),
  seen('neighbour', '/arenden/{declined}/underskrift'),
  seen('idle', '/arenden'),
  seen('idle', '/skriv-under'),
  seen('idle', '/organisation'),

  seen('signatory', '/skriv-under'),
  seen('signatory', '/skriv-under/{request}', drawn),
  seen('signatory', '/skriv-under/{request}?fel=kryss', drawn),
  seen('signatory', '/skriv-under/{request}?fel=andrat', drawn),
  seen('signatory', '/skriv-under/{request}?visa=text', drawn),
  seen('signatory', '/skriv-under/{request}/avboj'),
  seen('signatory', '/skriv-under/{request}/avboj', send),
  seen('chief', '/skriv-under/{signed}', drawn),
  seen('chief', '/arenden/{sealed}/kvittens'),

  seen('administrator', '/mina-inloggningar'),
  seen('administrator', '/logga-ut'),
  seen('administrator', '/organisation'),
  seen('administrator', '/organisation/personer'),
  seen('administrator', '/organisation/personer/bjud-in'),
  seen('administrator', '/organisation/personer/bjud-in', send),
  seen('administrator', '/organisation/personer/{mandated}'),
  seen('administrator', '/organisation/personer/{person}/fullmakt'),
  seen('administrator', '/organisation/personer/{person}/fullmakt', send),
  seen('administrator', '/organisation/personer/{person}/ta-bort'),

  seen('administrator', '/organisation/stadsdelar'),
  seen('administrator', '/organisation/stadsdelar', send),

  seen('city', '/arenden/{passedOn}'),
  seen('city', '/fordelning/{passedOn}'),
  seen('city', '/fordelning/{passedOn}/belopp'),

  seen('reviewer', '/granskning'),
  seen('reviewer', '/granskning/{round}'),
  seen('reviewer', '/granskning/{round}?q=finns-inte'),
  seen('reviewer', '/granskning/{quietRound}'),
  seen('reviewer', '/granskning/{round}/arende/{sealed}', drawn),
  seen('reviewer', '/granskning/{round}/arende/{asked}'),
  seen('manager', '/omgangar'),
  seen('manager', '/omgangar/ny'),
  seen('manager', '/omgangar/{round}'),
  seen('manager', '/omgangar/{quietRound}/bjud-in'),
  seen('manager', '/omgangar/{quietRound}/bjud-in', chooseAll),
  seen('manager', '/omgangar/{round}/tilldelning'),
  seen('manager', '/omgangar/{quietRound}/belopp'),
  seen('manager', '/omgangar/{round}/tilldelning', send),
]

/** The address of a visit in a world. */
export const addressOf = ({ at }: Visit, { places }: EveryState): string =>
  at.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const place = places[name]
    if (!place) throw new Error(`The world has no ${name}.`)
    return place
  })
