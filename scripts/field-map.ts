import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'
import { type CompiledForm, parseForm } from '../app/forms/compile'
import { kindOf } from '../app/kinds/registry.server'

// docs/field-map.md: where each line of a paper form is asked. The lines stand in docs/field-map/, by paper form; which
// question, page or check answers one is said by the forms themselves, in `paper`.

const root = fileURLToPath(new URL('..', import.meta.url))
const file = join(root, 'docs/field-map.md')

const line = z.strictObject({
  line: z.string(),
  asks: z.string(),
  /** «file › title»: the test that shows what no question can. */
  shownBy: z.string().optional(),
  later: z.boolean().default(false),
})
const list = z.strictObject({
  document: z.string(),
  parts: z.array(z.strictObject({ title: z.string(), form: z.string().optional(), lines: z.array(line).min(1) })),
})

type Line = z.output<typeof line>
type List = z.output<typeof list>

/** A place of a form that says which lines it comes from. */
interface Place {
  readonly written: string
  readonly lines: readonly string[]
}

const lists: readonly (readonly [string, List])[] = readdirSync(join(root, 'docs/field-map'))
  .sort()
  .map((name) => [name, list.parse(parse(readFileSync(join(root, 'docs/field-map', name), 'utf8')))])

const programmes = join(root, 'app/programmes')
const forms: ReadonlyMap<string, CompiledForm> = new Map(
  readdirSync(programmes, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(join(programmes, name)).map((form) => join(programmes, name, form)))
    .filter((path) => path.endsWith('.form.yaml'))
    .map((path) => parseForm(readFileSync(path, 'utf8'), kindOf))
    .map((form) => [form.definition.id, form]),
)

const keys = (paper: string | readonly string[] | undefined): readonly string[] =>
  typeof paper === 'string' ? [paper] : (paper ?? [])

/** Questions stand where their page does, unless they say otherwise; a page that is only read stands for itself. */
function placesOf({ definition: { pages, checks } }: CompiledForm): readonly Place[] {
  return [
    ...pages.flatMap(({ id, paper, questions }): readonly Place[] =>
      questions.length === 0
        ? [{ written: `page \`${id}\``, lines: keys(paper) }]
        : questions.map((question) => ({ written: `\`${question.id}\``, lines: keys(question.paper ?? paper) })),
    ),
    ...checks.map(({ id, paper }) => ({ written: `check \`${id}\``, lines: keys(paper) })),
  ]
}

function answersOf(form: string | undefined, { line, shownBy }: Line): readonly string[] {
  const found = form === undefined ? undefined : forms.get(form)
  const places = found ? placesOf(found).filter(({ lines }) => lines.includes(line)) : []
  return [...places.map(({ written }) => written), ...(shownBy === undefined ? [] : [shownBy])]
}

/** Whether the test file is there, and has words of that title. */
function isShown(shownBy: string): boolean {
  const [path = '', title = ''] = shownBy.split(' › ')
  return title !== '' && existsSync(join(root, path)) && readFileSync(join(root, path), 'utf8').includes(title)
}

/** Lines without a question, questions without a line, tests that are not there. */
export function fieldMapProblems(): readonly string[] {
  const problems: string[] = []
  const known = new Map<string, Set<string>>()
  for (const [name, { parts }] of lists) {
    const seen = new Set<string>()
    for (const { form, lines } of parts) {
      const ofForm = known.get(form ?? '') ?? new Set()
      if (form !== undefined) known.set(form, ofForm)
      for (const each of lines) {
        if (seen.has(each.line)) problems.push(`${name}: the line ${each.line} is there twice.`)
        seen.add(each.line)
        ofForm.add(each.line)
        const answered = answersOf(form, each).length > 0
        if (!answered && !each.later) problems.push(`${name}: nothing answers the line ${each.line}.`)
        if (answered && each.later) problems.push(`${name}: the line ${each.line} is answered, and not for later.`)
        if (each.shownBy && !isShown(each.shownBy)) problems.push(`${name}: there is no test «${each.shownBy}».`)
      }
    }
  }
  for (const [id, lines] of known) {
    const form = forms.get(id)
    if (!form) problems.push(`There is no form ${id}.`)
    for (const place of form ? placesOf(form) : []) {
      if (place.lines.length === 0) problems.push(`${id}: ${place.written} comes from no line.`)
      for (const key of place.lines) {
        if (!lines.has(key)) problems.push(`${id}: ${place.written} comes from the line ${key}, which is not listed.`)
      }
    }
  }
  return problems
}

const escaped = (text: string) => text.replaceAll('|', '\\|')

/** docs/field-map.md as it should be. */
export function fieldMapText(): string {
  const chapters = lists.map(([, { document, parts }]) => {
    const tables = parts.map(({ title, form, lines }) => {
      const rows = lines.map((each) => {
        const answers = answersOf(form, each)
        return `| ${each.line} | ${escaped(each.asks)} | ${answers.length > 0 ? answers.map(escaped).join(', ') : 'to come'} |`
      })
      const heading = form === undefined ? `### ${title}` : `### ${title}: \`${form}\``
      return [heading, '', '| line | what it asks | where |', '| --- | --- | --- |', ...rows, ''].join('\n')
    })
    return [`## ${document}`, '', ...tables].join('\n')
  })
  const intro = [
    '# Where each line of a paper form is asked',
    '',
    'Made by `npx tsx scripts/field-map.ts` from the lines in [docs/field-map/](field-map) and from what the forms say in `paper`;',
    'a test sees to it that no line and no question is forgotten, and that this table is fresh.',
    '',
  ]
  return [...intro, ...chapters].join('\n')
}

/** docs/field-map.md as it is. */
export const storedFieldMap = (): string => (existsSync(file) ? readFileSync(file, 'utf8') : '')

// `npx tsx scripts/field-map.ts` writes it.
if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(file, fieldMapText())
