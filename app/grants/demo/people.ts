import type { AgencyContact, ContactDetails } from '~/forms/surroundings'
import type { Role } from '~/generated/prisma/enums'
import { districtName, stockholm } from './demo-districts'

/** A person of the demonstration. All are invented; their telephone numbers belong to a series set aside for fiction. */
export interface DemoPerson {
  readonly name: string
  readonly email: string
  readonly title: string
  readonly phone: string
  /** The organisation's name in the register; none for the operator. */
  readonly organisation?: string
  readonly roles: readonly Role[]
  readonly operator?: true
  /** The right to sign, given by the organisation's administrator. */
  readonly mandate?: { readonly decision: string; readonly ownWork: boolean }
}

export const botkyrka = 'Botkyrka kommun'
export const nykvarn = 'Nykvarns kommun'
export const stockholmBoard = 'Länsstyrelsen Stockholm'
export const uppsalaBoard = 'Länsstyrelsen Uppsala'
export const nationalBoard = 'Socialstyrelsen'
export const association = 'Sveriges Kommuner och Regioner'

export const people: readonly DemoPerson[] = [
  {
    name: 'Ylva Ängsull',
    email: 'ylva.angsull@botkyrka.example',
    title: 'Verksamhetsutvecklare',
    phone: '08-465 004 01',
    organisation: botkyrka,
    roles: ['officer'],
  },
  {
    name: 'Tuva Tallbit',
    email: 'tuva.tallbit@botkyrka.example',
    title: 'Enhetschef',
    phone: '08-465 004 02',
    organisation: botkyrka,
    roles: ['officer'],
  },
  {
    name: 'Bo Blåmes',
    email: 'bo.blames@botkyrka.example',
    title: 'Ekonom',
    phone: '08-465 004 03',
    organisation: botkyrka,
    roles: ['officer'],
  },
  {
    name: 'Kim Korallrot',
    email: 'kim.korallrot@botkyrka.example',
    title: 'Stöd- och utvecklingschef',
    phone: '08-465 004 04',
    organisation: botkyrka,
    roles: ['signatory'],
    mandate: { decision: 'Socialnämndens delegationsordning, punkt 4.3', ownWork: false },
  },
  {
    name: 'Alva Aspticka',
    email: 'alva.aspticka@botkyrka.example',
    title: 'Systemförvaltare',
    phone: '08-465 004 05',
    organisation: botkyrka,
    roles: ['administrator'],
  },
  {
    name: 'Vide Vattenklöver',
    email: 'vide.vattenklover@botkyrka.example',
    title: 'Nämndsekreterare',
    phone: '08-465 004 06',
    organisation: botkyrka,
    roles: ['viewer'],
  },
  {
    name: 'Nils Nötväcka',
    email: 'nils.notvacka@nykvarn.example',
    title: 'Socialsekreterare',
    phone: '08-465 004 11',
    organisation: nykvarn,
    roles: ['officer'],
  },
  {
    name: 'Gun Gullviva',
    email: 'gun.gullviva@nykvarn.example',
    title: 'Socialchef',
    phone: '08-465 004 12',
    organisation: nykvarn,
    roles: ['signatory', 'administrator'],
    mandate: { decision: 'Kommunstyrelsens delegationsordning, punkt 2.1', ownWork: true },
  },
  {
    name: 'Stina Stare',
    email: 'stina.stare@stockholm.example',
    title: 'Samordnare',
    phone: '08-465 004 51',
    organisation: stockholm,
    roles: ['officer', 'administrator'],
  },
  {
    name: 'Torulf Tornseglare',
    email: 'torulf.tornseglare@stockholm.example',
    title: 'Socialdirektör',
    phone: '08-465 004 52',
    organisation: stockholm,
    roles: ['signatory'],
    mandate: { decision: 'Socialnämndens delegationsordning, punkt 3.2', ownWork: false },
  },
  {
    name: 'Alma Alfågel',
    email: 'alma.alfagel@alkullen.example',
    title: 'Avdelningschef',
    phone: '08-465 004 53',
    organisation: districtName('Alkullen'),
    roles: ['officer', 'signatory', 'administrator'],
    mandate: { decision: 'Stadsdelsnämndens delegationsordning, punkt 2.1', ownWork: true },
  },
  {
    name: 'Bertil Björktrast',
    email: 'bertil.bjorktrast@bjorkvret.example',
    title: 'Enhetschef',
    phone: '08-465 004 54',
    organisation: districtName('Björkvret'),
    roles: ['officer', 'signatory', 'administrator'],
    mandate: { decision: 'Stadsdelsnämndens delegationsordning, punkt 2.1', ownWork: true },
  },
  {
    name: 'Asp Alkärr',
    email: 'asp.alkarr@lansstyrelsen-stockholm.example',
    title: 'Handläggare',
    phone: '08-465 004 21',
    organisation: stockholmBoard,
    roles: ['reviewer'],
  },
  {
    name: 'Lo Lavskrika',
    email: 'lo.lavskrika@lansstyrelsen-stockholm.example',
    title: 'Programansvarig',
    phone: '08-465 004 22',
    organisation: stockholmBoard,
    roles: ['programmeManager'],
  },
  {
    name: 'Una Ugglemossa',
    email: 'una.ugglemossa@lansstyrelsen-uppsala.example',
    title: 'Handläggare',
    phone: '08-465 004 31',
    organisation: uppsalaBoard,
    roles: ['reviewer'],
  },
  {
    name: 'Rut Renfana',
    email: 'rut.renfana@socialstyrelsen.example',
    title: 'Utredare',
    phone: '08-465 004 41',
    organisation: nationalBoard,
    roles: ['reviewer'],
  },
  {
    name: 'Pil Pärluggla',
    email: 'pil.parluggla@socialstyrelsen.example',
    title: 'Programansvarig',
    phone: '08-465 004 42',
    organisation: nationalBoard,
    roles: ['programmeManager'],
  },
  {
    name: 'Sol Silvergran',
    email: 'sol.silvergran@skr.example',
    title: 'Handläggare',
    phone: '08-465 004 51',
    organisation: association,
    roles: ['reviewer'],
  },
  {
    name: 'Mika Mandelblom',
    email: 'mika.mandelblom@skr.example',
    title: 'Programansvarig',
    phone: '08-465 004 52',
    organisation: association,
    roles: ['programmeManager'],
  },
  {
    name: 'Orre Ormbunke',
    email: 'orre.ormbunke@bidra.example',
    title: 'Driftansvarig',
    phone: '08-465 004 91',
    roles: [],
    operator: true,
  },
]

/** What the organisations keep once and cases copy. Botkyrka's stand in its real papers of January 2021. */
export const contacts: Readonly<Record<string, ContactDetails>> = {
  [botkyrka]: {
    administration: 'Socialförvaltningen',
    unit: 'Stöd- och utvecklingsenheten',
    board: 'Socialnämnden',
    address: 'Munkhättevägen 45',
    postcode: '147 85',
    town: 'Tumba',
    phone: '08-530 610 00',
    email: 'soc@botkyrka.se',
    bankgiro: '624-1061',
    paymentReference: 'BK88015100',
  },
  [nykvarn]: {
    administration: 'Vård- och omsorgskontoret',
    board: 'Vård- och omsorgsnämnden',
    address: 'Centrumvägen 24',
    postcode: '155 30',
    town: 'Nykvarn',
    phone: '08-465 004 10',
    email: 'social@nykvarn.example',
  },
}

/** Who answers questions at each desk. */
export const desks: Readonly<Record<string, AgencyContact>> = {
  [stockholmBoard]: {
    unit: 'Enheten för social utveckling',
    name: 'Asp Alkärr',
    phone: '08-465 004 21',
    email: 'personligtombud@lansstyrelsen-stockholm.example',
  },
  [uppsalaBoard]: {
    unit: 'Sociala enheten',
    name: 'Una Ugglemossa',
    phone: '08-465 004 31',
    email: 'personligtombud@lansstyrelsen-uppsala.example',
  },
  [nationalBoard]: {
    unit: 'Enheten för statsbidrag',
    name: 'Rut Renfana',
    phone: '08-465 004 41',
    email: 'statsbidrag@socialstyrelsen.example',
  },
  [association]: {
    unit: 'Uppdrag psykisk hälsa',
    name: 'Sol Silvergran',
    phone: '08-465 004 51',
    email: 'psykiskhalsa@skr.example',
  },
}
