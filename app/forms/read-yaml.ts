import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type YAMLError,
} from 'yaml'
import { FormProblems } from './problems'

/** What a file in YAML 1.2 or JSON holds, and where. */
export interface YamlContent {
  readonly content: unknown
  /** The line of a place of a problem, counted from 1; that of what it should stand in, where it is missing itself. */
  lineOf(place: string): number | undefined
}

// Each anchor of a form is used a few times; a file that multiplies them is no form.
const mostAliases = 1000

/**
 * Reads YAML 1.2 or JSON.
 *
 * @throws FormProblems with the lines that are no YAML, and what to do about it
 */
export function readYaml(source: string): YamlContent {
  const lines = new LineCounter()
  try {
    const document = parseDocument(source, { version: '1.2', uniqueKeys: true, prettyErrors: true, lineCounter: lines })
    if (document.errors.length > 0) throw new FormProblems(problemsOf(document.errors))
    const content: unknown = document.toJS({ maxAliasCount: mostAliases })
    // Throws for what is no JSON: an alias inside its own anchor.
    JSON.stringify(content)
    return { content, lineOf: (place) => lineIn(document, lines, place.split('.')) }
  } catch (error) {
    if (error instanceof FormProblems) throw error
    // An alias without its anchor, or too many, or nested too deep.
    throw new FormProblems([{ place: 'form', message: error instanceof Error ? error.message : String(error) }])
  }
}

/** The first error of each line: those after it only come of it. */
function problemsOf(errors: readonly YAMLError[]) {
  const first = new Map<number, YAMLError>()
  for (const error of errors) {
    const line = error.linePos?.[0].line ?? 1
    if (!first.has(line)) first.set(line, error)
  }
  return [...first].map(([line, { code, message }]) => ({
    place: `line ${line}`,
    message: [remedies[code], message].filter(Boolean).join(' '),
  }))
}

const quote = 'If this is a text, put it in quotation marks.'
const remedies: Partial<Record<YAMLError['code'], string>> = {
  BLOCK_AS_IMPLICIT_KEY:
    'Put a text that holds «: » in quotation marks. If this is no text, look at how far the lines are indented.',
  BLOCK_IN_FLOW: 'Put a text that holds «: » in quotation marks.',
  DUPLICATE_KEY:
    'The member is there twice. If it is a piece of a text with commas, put the whole text in quotation marks.',
  UNEXPECTED_TOKEN: quote,
  BAD_SCALAR_START: quote,
  BAD_INDENT: 'Look at the indentation, and whether each text that holds one of { } [ ] , stands in quotation marks.',
}

/** As far as the steps lead: elements of lists go by their id or their number. */
function lineIn(document: Document, lines: LineCounter, steps: readonly string[]): number | undefined {
  const resolved = (node: unknown) => (isAlias(node) ? node.resolve(document) : node)
  let node: unknown = document.contents
  let offset: number | undefined
  for (const step of steps) {
    const at = resolved(node)
    if (isMap(at)) {
      const member = at.items.find(({ key }) => isScalar(key) && key.value === step)
      if (!member) break
      offset = isScalar(member.key) ? member.key.range?.[0] : undefined
      node = member.value
    } else if (isSeq(at)) {
      node = at.items.find((each, index) => idOf(resolved(each)) === step || String(index) === step)
      if (!isNode(node)) return undefined
      offset = node.range?.[0]
    } else break
  }
  return offset === undefined ? undefined : lines.linePos(offset).line
}

const idOf = (node: unknown) => (isMap(node) ? node.get('id') : undefined)
