import { type AuditFault, type AuditHead, verifyAudit } from '../app/platform/audit.server'
import { type Command, flag, Unusable } from './command'
import { withDatabase } from './with-database'

const words: Readonly<Record<AuditFault['fault'], string>> = {
  changed: 'has been changed',
  missing: 'follows on events that have been deleted',
  end: 'is where the log ends, but not where it was last written: the last events have been deleted or added by hand',
  witness: 'is not the event that --head names: the log has been rewritten',
}

export const auditVerify: Command = {
  usage: '[--head <number>:<hash>]',
  summary:
    'Reads the audit log again and finds changed and deleted events. Keep the head that it prints: given later, it proves the rest.',
  options: { head: { type: 'string' } },
  async run(_positionals, flags) {
    const verdict = await withDatabase(() => verifyAudit(headOf(flag(flags, 'head'))))
    const { events, head, faults } = verdict
    return {
      code: faults.length === 0 ? 0 : 1,
      text: [
        ...faults.map(({ seq, fault }) => `Event ${seq} ${words[fault]}.`),
        faults.length === 0
          ? `The log is whole: ${events} events.`
          : `The log is not whole: ${faults.length} faults in ${events} events.`,
        `Head: ${head.seq}:${head.hash}`,
      ].join('\n'),
      json: { whole: faults.length === 0, ...verdict },
    }
  },
}

function headOf(text: string | undefined): AuditHead | undefined {
  if (text === undefined) return undefined
  const match = /^(\d+):([0-9a-f]{64})$/.exec(text)
  if (!match)
    throw new Unusable('--head takes what an earlier run printed: a number, a colon and 64 hexadecimal digits.')
  return { seq: Number(match[1]), hash: match[2] ?? '' }
}
