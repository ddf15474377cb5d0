import { parseArgs } from 'node:util'
import { type Command, type ExitCode, type Outcome, Unusable } from './command'

/** Loaded one by one: a command that needs no database loads none. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  'form lint': () => import('./form-lint').then(({ formLint }) => formLint),
  'form check': () => import('./form-check').then(({ formCheck }) => formCheck),
  'form render': () => import('./form-render').then(({ formRender }) => formRender),
  'form schema': () => import('./form-schema').then(({ formSchema }) => formSchema),
  'pdf verify': () => import('./pdf-verify').then(({ pdfVerify }) => pdfVerify),
  'trust list': () => import('./trust').then(({ trustList }) => trustList),
  'trust add': () => import('./trust').then(({ trustAdd }) => trustAdd),
  'trust end': () => import('./trust').then(({ trustEnd }) => trustEnd),
  'user add': () => import('./user-add').then(({ userAdd }) => userAdd),
  'audit verify': () => import('./audit-verify').then(({ auditVerify }) => auditVerify),
  'allocations import': () => import('./allocations-import').then(({ allocationsImport }) => allocationsImport),
  'demo reset': () => import('./demo-reset').then(({ demoReset }) => demoReset),
}

process.exitCode = await main(process.argv.slice(2))

async function main(given: string[]): Promise<ExitCode> {
  const asJson = given.includes('--json')
  try {
    return print(await outcomeOf(given.filter((word) => word !== '--json')), asJson)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    if (asJson) process.stdout.write(`${JSON.stringify({ error: message })}\n`)
    process.stderr.write(
      `${error instanceof Unusable || !(error instanceof Error) ? message : (error.stack ?? message)}\n`,
    )
    return 2
  }
}

function print({ code, text, json }: Outcome, asJson: boolean): ExitCode {
  process.stdout.write(`${asJson ? JSON.stringify(json, null, 2) : text}\n`)
  return code
}

async function outcomeOf(words: string[]): Promise<Outcome> {
  const name = words.slice(0, 2).join(' ')
  const load = commands[name]
  if (!load) {
    if (words.length > 0 && !words.includes('--help') && !words.includes('help')) {
      throw new Unusable(`There is no command «${name}».\n\n${await overview()}`)
    }
    return { code: 0, text: await overview(), json: { commands: Object.keys(commands) } }
  }
  const command = await load()
  const { positionals, values } = parse(words.slice(2), command)
  if (values.help)
    return { code: 0, text: `bidra ${name} ${command.usage}\n\n${command.summary}`, json: { usage: command.usage } }
  return command.run(positionals, values)
}

function parse(args: string[], { options, usage }: Command) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { ...options, help: { type: 'boolean' } } })
  } catch (error) {
    throw new Unusable(`${error instanceof Error ? error.message : String(error)}\nUsage: ${usage}`)
  }
}

async function overview(): Promise<string> {
  const lines = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => {
      const { usage, summary } = await load()
      return `  bidra ${name} ${usage}\n      ${summary}`
    }),
  )
  return [
    'npm run --silent bidra -- <command> [--json]',
    '',
    ...lines,
    '',
    'A form is named by a file, by the id of a built-in one (po-return), or by id and published version (po-return@2).',
    'Exit code 0: valid, done; 1: not valid; 2: could not be used.',
  ].join('\n')
}
