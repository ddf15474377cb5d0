import { audit } from '../app/platform/audit.server'
import { systemClock } from '../app/platform/clock'
import { transaction } from '../app/platform/db.server'
import { readAnchors } from '../app/signing/authority.server'
import { trustedUses } from '../app/signing/trust.server'
import { endAnchor, type RememberedAnchor, rememberAnchors, rememberedAnchors } from '../app/signing/trust.store.server'
import { type Command, type Flags, flag, onlyArgument, Unusable } from './command'
import { withDatabase } from './with-database'

export const trustList: Command = {
  usage: '',
  summary: 'What documents may lead to: what is signed with, what was signed with before, what has been added.',
  options: {},
  async run(positionals) {
    if (positionals.length > 0) throw new Unusable('Nothing is given to it.')
    const anchors = await withDatabase(rememberedAnchors)
    return { code: 0, text: anchors.map(line).join('\n\n') || 'Nothing yet.', json: anchors.map(facts) }
  },
}

export const trustAdd: Command = {
  usage: `<file.pem> --use ${trustedUses.join('|')} [--until <date>]`,
  summary:
    'Trusts certificates of an earlier or another installation: a seal with its chain, an issuer, or roots of time stamps.',
  options: { use: { type: 'string' }, until: { type: 'string' } },
  async run(positionals, flags) {
    const file = onlyArgument(positionals, 'file')
    const use = trustedUses.find((each) => each === flag(flags, 'use'))
    if (!use) throw new Unusable(`For what? --use ${trustedUses.join('|')}`)
    const anchors = await readAnchors(file, use, moment(flags, 'until')).catch((error: unknown) => {
      throw new Unusable(error instanceof Error ? error.message : String(error))
    })
    await withDatabase(async () => {
      await rememberAnchors(anchors, systemClock(), 'added')
      const subjects = anchors.map(({ certificate }) => certificate.subject)
      await note('trust.added', { use, subjects })
    })
    const subjects = anchors.map(({ certificate, subject }) => subject ?? certificate.subject)
    return { code: 0, text: `Trusted (${use}): ${subjects.join('; ')}`, json: { use, subjects } }
  },
}

export const trustEnd: Command = {
  usage: '<fingerprint, or its first 12 digits> [--at <date>]',
  summary: 'Ends the trust in a certificate: what is stamped after that moment (now, unless told) is not believed.',
  options: { at: { type: 'string' } },
  async run(positionals, flags) {
    const fingerprint = onlyArgument(positionals, 'fingerprint').toLowerCase()
    if (!/^[0-9a-f]{12,64}$/.test(fingerprint)) throw new Unusable('A fingerprint has 12 to 64 hexadecimal digits.')
    const until = moment(flags, 'at') ?? systemClock()
    const ended = await withDatabase(async () => {
      const count = await endAnchor(fingerprint, until)
      if (count > 0) await note('trust.ended', { fingerprint, until: until.toISOString() })
      return count
    })
    if (ended === 0) throw new Unusable(`No trusted certificate has the fingerprint ${fingerprint}: see trust list.`)
    return { code: 0, text: `Not believed when stamped after ${until.toISOString()}.`, json: { fingerprint, until } }
  },
}

function note(action: string, details: Readonly<Record<string, string | string[]>>): Promise<void> {
  return transaction((tx) => audit(tx, { actor: 'operator', action, entity: 'trust', details }))
}

function moment(flags: Flags, name: string): Date | undefined {
  const text = flag(flags, name)
  if (text === undefined) return undefined
  const at = new Date(text)
  if (Number.isNaN(at.getTime())) throw new Unusable(`--${name} takes a date: 2026-12-31 or 2026-12-31T22:59:59Z`)
  return at
}

function line(anchor: RememberedAnchor): string {
  const { fingerprint, use, subject, certificate, added, trial, since, until } = anchor
  const marks = [use, added ? 'added' : '', trial ? 'trial' : ''].filter(Boolean).join(', ')
  const span = `since ${since.toISOString()}${until ? `, for what was stamped until ${until.toISOString()}` : ''}`
  return `${fingerprint.slice(0, 12)}  ${marks}\n  ${subject ?? certificate.subject}\n  ${span}`
}

function facts({ fingerprint, use, subject, certificate, added, trial, since, until }: RememberedAnchor) {
  return { fingerprint, use, subject: subject ?? certificate.subject, added, trial, since, until: until ?? null }
}
