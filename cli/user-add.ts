import { addUser } from '../app/grants/organisations/add-user.server'
import { importRegister } from '../app/grants/register/import-register.server'
import { type Role, roles } from '../app/platform/access/who'
import { isPortalError } from '../app/platform/errors'
import { type Command, flag, Unusable } from './command'
import { languageOf } from './judge-answers'
import { withDatabase } from './with-database'

export const userAdd: Command = {
  usage: `--name <name> --email <address> [--organisation <code, number or name> --role ${roles.join('|')}[,…]] [--title <title>] [--operator] [--language sv|en]`,
  summary: 'Lets a person in. They sign in with a link that is sent to the address.',
  options: {
    name: { type: 'string' },
    email: { type: 'string' },
    title: { type: 'string' },
    organisation: { type: 'string' },
    role: { type: 'string' },
    operator: { type: 'boolean' },
    language: { type: 'string' },
  },
  async run(positionals, flags) {
    if (positionals.length > 0) throw new Unusable(`What is «${positionals.join(' ')}»? Everything is given by flags.`)
    const [name, email] = [flag(flags, 'name')?.trim(), flag(flags, 'email')?.trim()]
    if (!name) throw new Unusable('Who? --name <name>')
    if (!email || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw new Unusable('Which address? --email <address>')
    const user = {
      name,
      email,
      title: flag(flags, 'title'),
      organisation: flag(flags, 'organisation'),
      roles: rolesOf(flag(flags, 'role')),
      operator: flags.operator === true,
      language: languageOf(flags),
    }
    const added = await withDatabase(async () => {
      await importRegister()
      return addUser(user).catch((error: unknown) => {
        throw isPortalError(error) ? new Unusable(error.message) : error
      })
    })
    const where = added.organisation ? `, ${added.organisation} (${added.roles.join(', ')})` : ''
    return { code: 0, text: `${name} <${email}>${where}${user.operator ? ', operator' : ''}`, json: added }
  },
}

function rolesOf(text: string | undefined): readonly Role[] {
  if (text === undefined) return []
  return text.split(',').map((word) => {
    const found = roles.find((role) => role === word.trim())
    if (!found) throw new Unusable(`There is no role «${word}». Roles: ${roles.join(', ')}.`)
    return found
  })
}
