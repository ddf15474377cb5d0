import { writeFile } from 'node:fs/promises'
import { systemClock } from '../app/platform/clock'
import { renderPdf, stopRendering } from '../app/views/pdf/render.server'
import { signedBy } from '../app/views/pdf/signed-by'
import { summarise } from '../app/views/summary/summarise'
import { type Command, flag, onlyArgument, Unusable } from './command'
import { loadNamedForm } from './form-source'
import { judgeFile, languageOf } from './judge-answers'
import { surroundingsFlags, surroundingsUsage } from './surroundings'

export const formRender: Command = {
  usage: `<form or file> [--answers <file>] --out <file.pdf> ${surroundingsUsage} [--language sv|en]`,
  summary: 'Makes the reading copy: the form as PDF, empty or with answers.',
  options: { answers: { type: 'string' }, out: { type: 'string' }, language: { type: 'string' }, ...surroundingsFlags },
  async run(positionals, flags) {
    const form = await loadNamedForm(onlyArgument(positionals, 'form'))
    const out = flag(flags, 'out')
    if (out === undefined) throw new Unusable('Where to? --out <file.pdf>')
    const answers = flag(flags, 'answers')
    const { judgement, surroundings, context } = await judgeFile(form, answers, flags)
    const state = answers === undefined ? 'empty' : 'draft'
    const language = languageOf(flags)
    const { recipient, agency, round } = surroundings
    try {
      const pdf = await renderPdf({
        language,
        summary: summarise(form, { state, judgement, surroundings }, context),
        recipient: { name: recipient.name, ...(recipient.orgNumber && { orgNumber: recipient.orgNumber }) },
        agency: agency.name,
        deadline: round.deadline,
        at: systemClock().toISOString(),
        ...signedBy(form, surroundings, language),
        content: { state },
      })
      await writeFile(out, pdf)
      return { code: 0, text: `Wrote ${out} (${pdf.length} bytes)`, json: { out, size: pdf.length } }
    } finally {
      await stopRendering()
    }
  },
}
