import type { CompiledForm } from './compiled-form'
import type { Problem } from './problems'

/** What can be published and is still probably not what was meant, each with its place. */
export function hintsOf({ definition }: Pick<CompiledForm, 'definition'>): readonly Problem[] {
  return definition.checks.flatMap(({ id, holds }) =>
    /\bint\s*\(/.test(holds.replace(/'[^']*'|"[^"]*"/g, "''"))
      ? [
          {
            place: `checks.${id}.holds`,
            message:
              'int(…) has no value for a text that is no number, and a check without value is not judged: odd texts pass. Say with «pattern» what the text must look like.',
          },
        ]
      : [],
  )
}
