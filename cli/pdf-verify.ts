import { describeVerification } from '../app/signing/describe'
import { verifySealed } from '../app/signing/verify.server'
import { type Command, onlyArgument } from './command'
import { languageOf } from './judge-answers'
import { readBytes } from './read-file'
import { withDatabase } from './with-database'

export const pdfVerify: Command = {
  usage: '<file.pdf> [--language sv|en]',
  summary: 'Who signed, when, and whether anything has been changed since. Trusts what this installation trusts.',
  options: { language: { type: 'string' } },
  async run(positionals, flags) {
    const pdf = await readBytes(onlyArgument(positionals, 'file'))
    const verification = await withDatabase(() => verifySealed(pdf))
    const words = describeVerification(verification, languageOf(flags))
    const { record: _record, ...facts } = verification
    return {
      code: verification.verdict === 'authentic' ? 0 : verification.verdict === 'unreadable' ? 2 : 1,
      text: [
        words.title,
        words.text,
        '',
        ...words.lines.map(({ title, mark, detail }) => `${title}: ${mark}\n  ${detail}`),
        ...verification.signatures.flatMap(({ problems }) => problems.map((problem) => `  (${problem})`)),
      ].join('\n'),
      json: facts,
    }
  },
}
