import type { Draft } from '~/forms/draft'
import { db } from '~/platform/db.server'
import type { SignInMethod } from '~/signing/person'
import { type WorkedCase, workedCase } from '~/views/testing/worked-case'
import { loadCase } from '../case.store.server'
import { openCase } from '../open.server'
import { requestSignature } from '../request-signature.server'
import { type Sign, signAndSubmit } from '../sign.server'
import { loadRequest } from '../signature.store.server'

/** The round's last moment: a Friday in January. */
export const deadline = new Date('2021-01-15T22:59:59.999Z')

export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
}

/** A municipality with people, an award and one case of the real return for 2020. */
export interface Botkyrka {
  readonly worked: WorkedCase
  readonly organisationId: string
  readonly agencyId: string
  readonly roundId: string
  /** Officer, economist, signatory, administrator. */
  readonly ylva: Person
  readonly bo: Person
  readonly kim: Person
  readonly alva: Person
}

/** Fills an empty database; cases are made by `newCase`. */
export async function seedBotkyrka(): Promise<Botkyrka> {
  const worked = workedCase('personligt-ombud/cases/po-return-botkyrka-2020')
  const { form, surroundings } = worked
  const { recipient, agency, award, round } = surroundings
  const { orgNumber = null, code = null, county = null, name, shortName, contact } = recipient
  const municipality = await db().organisation.create({
    data: {
      kind: 'municipality',
      name,
      shortName,
      orgNumber,
      code,
      countyCode: '01',
      county,
      contact: { ...contact },
    },
  })
  const board = await db().organisation.create({
    data: { kind: 'countyBoard', name: agency.name, shortName: 'Stockholm', countyCode: '01' },
  })
  const version = await db().formVersion.create({
    data: {
      formId: form.definition.id,
      version: 1,
      hash: form.hash,
      definition: JSON.parse(JSON.stringify(form.definition)),
    },
  })
  const made = await db().round.create({
    data: {
      programme: form.definition.programme,
      kind: form.definition.kind,
      year: round.year,
      formVersionId: version.id,
      opensAt: new Date('2020-11-01T00:00:00Z'),
      deadline,
      desks: { create: { agencyId: board.id, contact: { ...agency.contact } } },
      awards: { create: { organisationId: municipality.id, ...award } },
    },
  })
  const person = (name: string, email: string, title: string, role: 'officer' | 'signatory' | 'administrator') =>
    db().user.create({
      data: { name, email, title, memberships: { create: { organisationId: municipality.id, role } } },
    })
  return {
    worked,
    organisationId: municipality.id,
    agencyId: board.id,
    roundId: made.id,
    ylva: await person('Ylva Ängsull', 'ylva.angsull@botkyrka.example', 'Verksamhetsutvecklare', 'officer'),
    bo: await person('Bo Blåmes', 'bo.blames@botkyrka.example', 'Ekonom', 'officer'),
    kim: await person('Kim Korallrot', 'kim.korallrot@botkyrka.example', 'Stöd- och utvecklingschef', 'signatory'),
    alva: await person('Alva Aspticka', 'alva.aspticka@botkyrka.example', 'Systemförvaltare', 'administrator'),
  }
}

/** A mandate from the administrator; valid from 2020, without end. @returns its id */
export async function giveMandate(
  { organisationId, alva }: Botkyrka,
  holder: Person,
  terms: {
    readonly title?: string
    readonly decision?: string
    readonly ownWork?: boolean
    readonly validTo?: Date
    readonly revokedAt?: Date
  } = {},
): Promise<string> {
  const { id } = await db().mandate.create({
    data: {
      organisationId,
      holderId: holder.id,
      grantorId: alva.id,
      title: 'Stöd- och utvecklingschef',
      decision: 'Socialnämndens delegationsordning, punkt 4.3',
      validFrom: new Date('2020-01-01T00:00:00Z'),
      ...terms,
    },
  })
  return id
}

/**
 * The case, opened by an officer and filled in completely. Whatever case there was before is gone.
 *
 * @returns its id
 */
export async function filledCase(place: Botkyrka, officer: Person, now: Date): Promise<string> {
  const { roundId, organisationId, agencyId } = place
  await db().case.deleteMany({ where: { roundId, organisationId } })
  const { formVersionId } = await db().round.findUniqueOrThrow({ where: { id: roundId } })
  const { id } = await db().case.create({ data: { roundId, organisationId, agencyId, formVersionId } })
  await openCase({ caseId: id, officer, now, language: 'sv' })
  await answer(id, officer, place.worked.draft, now)
  return id
}

/** Changes answers of a case, past the pages, as `by`. */
export async function answer(caseId: string, by: Person, changed: Draft, now: Date): Promise<void> {
  const { draft, revision } = await loadCase(caseId)
  const changes = Object.entries(changed).map(([key, after]) => ({ key, before: draft[key] ?? null, after }))
  await db().case.update({
    where: { id: caseId },
    data: { draft: { ...draft, ...changed }, revision: revision + 1, editorId: by.id, editedAt: now },
  })
  await db().answerChange.create({ data: { caseId, revision: revision + 1, userId: by.id, at: now, changes } })
}

/** Asks for a signature and says what signing what was seen takes. */
export async function askToSign(
  caseId: string,
  input: {
    readonly mandateId: string
    readonly requester: Person
    readonly signatory: Person
    readonly now: Date
    readonly method?: SignInMethod
  },
): Promise<Sign> {
  const { mandateId, requester, signatory, now, method = 'demo' } = input
  const requestId = await requestSignature({ caseId, mandateId, message: '', requester, now })
  const { pdfHash } = await loadRequest(requestId)
  return { requestId, seenHash: pdfHash, signatory, method, now }
}

/** Signs as the last of those who are asked. @returns the submission's id */
export async function signLast(sign: Sign): Promise<string> {
  const submissionId = await signAndSubmit(sign)
  if (!submissionId) throw new Error('Others have yet to sign')
  return submissionId
}
