import { describe, expect, it } from 'vitest'
import { parseForm } from './compile'
import { FormProblems } from './problems'
import { kinds } from './testing/kinds'

const form = `id: test-form
programme: test
kind: return
reviewer: county
title: { sv: Test, en: Test }
shortTitle: { sv: Test, en: Test }
affirmation: { sv: Jag, en: I }
pages:
  - id: page
    title: { sv: Sida, en: Page }
    questions:
      - id: note
        kind: word
        label: { sv: no, en: Note }
checks:
  - id: some
    holds: "true"
    at: [note]
    text: { sv: Fel, en: Wrong }
`

/** What is said of the form when a piece of it is changed. */
function said(piece: string, changed: string): string {
  try {
    parseForm(form.replace(piece, changed), kinds)
    return ''
  } catch (error) {
    if (error instanceof FormProblems) return error.message
    throw error
  }
}

describe('YAML', () => {
  it('is version 1.2: no is a text', () => {
    expect(parseForm(form, kinds).questions.get('note')?.label.sv).toBe('no')
  })

  it.each([
    [
      'a text with a colon',
      'label: { sv: no, en: Note }',
      'label:\n          sv: Ett ord: vilket\n          en: Note',
      'line 15: Put a text that holds «: » in quotation marks',
    ],
    [
      'one on the line of both languages',
      'sv: no',
      'sv: Ett ord: vilket',
      'line 14: Put a text that holds «: » in quotation marks',
    ],
    [
      'a text that begins with a brace',
      'text: { sv: Fel, en: Wrong }',
      'text:\n      sv: {a.note} är fel\n      en: Wrong',
      'line 20: If this is a text, put it in quotation marks',
    ],
    ['a text that begins with a sign', 'sv: no', 'sv: "@" no', 'quotation marks'],
    ['a member that is there twice', 'programme: test', 'id: again', 'line 2: The member is there twice'],
  ])('is refused with its line and what to do: %s', (_name, piece, changed, message) => {
    expect(said(piece, changed)).toContain(message)
  })

  it('is told one thing of each line', () => {
    expect(said('sv: no', 'sv: Ett [ord] till').match(/^line 14/gm)).toHaveLength(1)
  })
})

describe('the line of the file is told', () => {
  it.each([
    [
      'of a text with a comma',
      'sv: no',
      'sv: Ett, två',
      'line 14, pages.page.questions.note.label: The text is cut off at its comma',
    ],
    ['where something is missing', 'sv: no, ', '', 'line 14, pages.page.questions.note.label.sv: The Swedish text'],
    ['of an expression', '"true"', 'a.nota.hasValue()', 'line 17, checks.some.holds: '],
    ['of an element of a list without an id', '[note]', '[note, nowhere]', 'line 18, checks.some.at.1: '],
    [
      'where the member is an alias',
      'title: { sv: Sida, en: Page }',
      'title: &t { sv: "{b", en: Page }\n    lead: *t',
      'line 10, pages.page.lead.sv: ',
    ],
  ])('%s', (_name, piece, changed, message) => {
    expect(said(piece, changed)).toContain(message)
  })

  it('but not of what the file does not name', () => {
    const repeated = 'id: some$x\n    each: { x: [{ id: old }] }\n    holds: "true"\n    at: [nowhere]'
    expect(said('id: some\n    holds: "true"\n    at: [note]', repeated)).toMatch(/^checks\.someold\.at\.0: /)
  })
})
