import type { CompiledForm } from '~/forms/compile'
import type { Surroundings } from '~/forms/surroundings'
import type { Language, LocalText } from '~/forms/text'
import { resolveText } from '~/forms/texts'
import type { PrintedDocument, PrintedSignatory } from './document'

/**
 * What a document's signatures affirm: the signatory's, and those of the form's further signers. `signatoryOf` says who they are,
 * by `signers` of the form, where the document is to be signed.
 */
export function signedBy(
  form: CompiledForm,
  surroundings: Surroundings,
  language: Language,
  signatoryOf: (role: string) => PrintedSignatory | undefined = () => undefined,
): Pick<PrintedDocument, 'affirmation' | 'further'> {
  const { affirmation, signers = [] } = form.definition
  const text = (local: LocalText) => resolveText(form, local, language, { surroundings })
  return {
    affirmation: text(affirmation),
    further: signers.map(({ id, role, affirmation: own = affirmation }) => ({
      role: text(role),
      affirmation: text(own),
      signatory: signatoryOf(id),
    })),
  }
}
