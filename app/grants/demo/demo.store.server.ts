import type { ContactDetails, PersonDetails } from '~/forms/surroundings'
import { db, type Tx } from '~/platform/db.server'
import { demonstrationSetting } from '~/platform/demonstration.server'
import type { DemoPerson } from './people'

/** Lets processes that start at the same time load it one after the other. Held until the transaction ends. */
export async function lockDemo(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('bidra demonstration'))`
}

export async function isLoaded(tx: Tx): Promise<boolean> {
  return (await tx.setting.count({ where: { key: demonstrationSetting } })) > 0
}

/** Whether the database holds rounds: then it is somebody's, unless a demonstration has been loaded into it. */
export async function hasRounds(tx: Tx): Promise<boolean> {
  return (await tx.round.count()) > 0
}

export async function markLoaded(tx: Tx, now: Date): Promise<void> {
  const value = { loadedAt: now.toISOString() }
  await tx.setting.upsert({
    where: { key: demonstrationSetting },
    create: { key: demonstrationSetting, value },
    update: { value },
  })
}

/** The persons with their roles and mandates; whoever is there already is brought back to how they were. */
export async function seedPeople(
  tx: Tx,
  people: readonly DemoPerson[],
  organisationIds: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  const facts = ({ name, title, phone, operator }: DemoPerson) => ({
    name,
    title,
    phone,
    demo: true,
    operator: operator === true,
    language: 'sv',
  })
  await tx.user.createMany({
    data: people.map((person) => ({ email: person.email, ...facts(person), createdAt: now })),
    skipDuplicates: true,
  })
  for (const person of people) await tx.user.update({ where: { email: person.email }, data: facts(person) })
  const stored = await tx.user.findMany({
    where: { email: { in: people.map(({ email }) => email) } },
    select: { id: true, email: true },
  })
  const userIds = new Map(stored.map(({ id, email }) => [email, id]))
  const members = people.flatMap((person) => {
    const userId = userIds.get(person.email)
    const organisationId = person.organisation === undefined ? undefined : organisationIds.get(person.organisation)
    return userId && organisationId ? [{ person, userId, organisationId }] : []
  })
  await tx.membership.createMany({
    data: members.flatMap(({ person, userId, organisationId }) =>
      person.roles.map((role) => ({ userId, organisationId, role, createdAt: now })),
    ),
    skipDuplicates: true,
  })
  await tx.mandate.createMany({
    data: members.flatMap(({ person, userId, organisationId }) => {
      if (!person.mandate) return []
      const grantor = members.find(
        (member) => member.organisationId === organisationId && member.person.roles.includes('administrator'),
      )
      const validFrom = new Date(Date.UTC(now.getUTCFullYear() - 1, 0, 1))
      return [
        {
          organisationId,
          holderId: userId,
          grantorId: grantor?.userId ?? null,
          title: person.title,
          ...person.mandate,
          validFrom,
          createdAt: now,
        },
      ]
    }),
  })
}

export async function seedContacts(
  tx: Tx,
  contacts: Readonly<Record<string, ContactDetails>>,
  organisationIds: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [name, contact] of Object.entries(contacts)) {
    const id = organisationIds.get(name)
    if (id) await tx.organisation.update({ where: { id }, data: { contact: { ...contact } } })
  }
}

/** Districts of a city; those that are there already stay as they are. */
export async function addDistricts(
  tx: Tx,
  districts: readonly {
    readonly cityId: string
    readonly name: string
    readonly shortName: string
    readonly county: string | null
    readonly countyCode: string | null
  }[],
): Promise<void> {
  await tx.organisation.createMany({
    data: districts.map((district) => ({ kind: 'district' as const, ...district })),
    skipDuplicates: true,
  })
}

/** The case of an organisation in the round of a form, and its first officer. */
export async function caseOfDemo(
  tx: Tx,
  { formId, organisation }: { readonly formId: string; readonly organisation: string },
): Promise<{ caseId: string; userId: string }> {
  const { id: caseId } = await tx.case.findFirstOrThrow({
    where: { formVersion: { formId }, organisation: { name: organisation } },
    select: { id: true },
  })
  const { userId } = await tx.membership.findFirstOrThrow({
    where: { role: 'officer', organisation: { name: organisation } },
    select: { userId: true },
  })
  return { caseId, userId }
}

export interface DemoCase {
  readonly id: string
  readonly organisationId: string
  readonly agencyId: string
  readonly formVersionId: string
}

/** The case of an organisation in the latest round of a form, or in that of a year. */
export async function demoCase(formId: string, organisation: string, year?: number): Promise<DemoCase> {
  return db().case.findFirstOrThrow({
    where: { formVersion: { formId }, organisation: { name: organisation }, ...(year && { round: { year } }) },
    orderBy: { round: { year: 'desc' } },
    select: { id: true, organisationId: true, agencyId: true, formVersionId: true },
  })
}

/** A person of the demonstration, as they are copied into a case. */
export async function demoPerson(
  name: string,
): Promise<PersonDetails & { readonly id: string; readonly name: string }> {
  const { title, phone, ...person } = await db().user.findFirstOrThrow({
    where: { name, demo: true },
    select: { id: true, name: true, email: true, title: true, phone: true },
  })
  return { ...person, ...(title ? { title } : {}), ...(phone ? { phone } : {}) }
}

/** Empties the inbox. */
export async function clearMail(tx: Tx): Promise<void> {
  await tx.mail.deleteMany()
}

/**
 * Takes away everything that people have done in the demonstration. The register, published forms, the audit log and
 * operators stay, as do the demonstration's own persons, so that whoever is signed in stays so.
 */
export async function clearDemo(tx: Tx): Promise<void> {
  await tx.submission.deleteMany()
  await tx.signature.deleteMany()
  await tx.furtherSigner.deleteMany()
  await tx.signatureRequest.deleteMany()
  await tx.case.deleteMany()
  await tx.award.deleteMany()
  await tx.round.deleteMany()
  await tx.mandate.deleteMany()
  await tx.membership.deleteMany()
  await clearMail(tx)
  await tx.signInLink.deleteMany()
  await tx.user.deleteMany({ where: { demo: false, operator: false } })
  await tx.organisation.deleteMany({ where: { kind: 'district' } })
  await tx.organisation.updateMany({ data: { contact: {} } })
}
