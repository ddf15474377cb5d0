import { spawnSync } from 'node:child_process'
import { unzip } from '~/reviews/testing/unzip'
import type { Answer } from '../../e2e/support/visitor'
import { mark, type Person } from './people'
import { inner, secretOf, type World } from './world'

/** Words, and whether somebody may ever see them. */
interface Secret {
  readonly words: string
  readonly mayKnow: (person: Person) => boolean
}

/** What stands in the world's cases and organisations, each with those who may know it. */
function secretsOf({ things }: World): readonly Secret[] {
  const owners = [...new Set(things.map(({ owner }) => owner))]
  const reads = (person: Person, agencies: readonly string[]) =>
    person.place !== undefined &&
    agencies.includes(person.place) &&
    // At an agency; at a city, which has districts, its officers.
    (person.role === 'reviewer' || person.role === 'programmeManager' || person.role === 'officer')
  return [
    // Names, addresses and contact details: also with the agencies that have got a document with them.
    ...owners.map((owner): Secret => {
      const agencies = things
        .filter((thing) => thing.owner === owner && thing.state === 'sealed')
        .map(({ agency }) => agency)
      return { words: mark(owner), mayKnow: (person) => person.place === owner || reads(person, agencies) }
    }),
    ...owners.map((owner): Secret => ({ words: inner(owner), mayKnow: (person) => person.place === owner })),
    ...things.map(
      ({ owner, agency, state }): Secret => ({
        words: secretOf(owner, state),
        mayKnow: (person) => person.place === owner || (state === 'sealed' && reads(person, [agency])),
      }),
    ),
  ]
}

/** What stands in an answer that this person must not know. */
export function leaks(world: World, answer: Answer, person: Person): readonly string[] {
  const text = readable(answer)
  return secretsOf(world)
    .filter(({ words, mayKnow }) => !mayKnow(person) && text.includes(words))
    .map(({ words }) => words)
}

const texts = new Map<string, string>()

/** Everything that can be read in an answer: its headers, its text, what a PDF says, and each file of an archive. */
export function readable({ bytes, headers, location }: Answer): string {
  const names = `${location ?? ''} ${headers.get('content-disposition') ?? ''}`
  return `${names}\n${textOf(bytes)}`.toLowerCase()
}

function textOf(bytes: Buffer): string {
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004')
    return [...unzip(bytes)].map(([name, content]) => `${name}\n${textOf(content)}`).join('\n')
  if (bytes.subarray(0, 5).toString('latin1') !== '%PDF-') return bytes.toString('utf8')
  const key = bytes.toString('latin1')
  const known = texts.get(key)
  if (known !== undefined) return known
  const { stdout } = spawnSync('pdftotext', ['-', '-'], { input: bytes, encoding: 'utf8' })
  // A made-up attachment holds its words in the clear.
  const text = `${stdout}\n${bytes.length < 1_000 ? key : ''}`
  texts.set(key, text)
  return text
}
