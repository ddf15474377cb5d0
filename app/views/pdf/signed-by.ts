import type { CompiledForm } from '~/forms/compile'
import type { Surroundings } from '~/forms/surroundings'
import type { Language, LocalText } from '~/forms/text'
import { resolveText } from '~/forms/texts'
import type { PrintedDocument, PrintedSignatory } from './document'

/**
 * What a document's signatures affirm: the signatory's, those of the form's further signers, and the partners' certificates. `signatoryOf` says who they are,
 * by `signers` of the form, where the document is to be signed.
 */
export function signedBy(
  form: CompiledForm,
  surroundings: Surroundings,
  language: Language,
  signatoryOf: (role: string) => PrintedSignatory | undefined = () => undefined,
  partners: readonly { readonly role: string; readonly name: string }[] = [],
): Pick<PrintedDocument, 'affirmation' | 'further'> {
  const { affirmation, signers = [], joint } = form.definition
  const text = (local: LocalText) => resolveText(form, local, language, { surroundings })
  const own = signers.map(({ id, role, affirmation: theirs = affirmation }) => ({
    role: text(role),
    affirmation: text(theirs),
    signatory: signatoryOf(id),
  }))
  const { certificate } = joint ?? {}
  const theirs = partners.flatMap(({ role, name }) =>
    certificate
      ? [
          {
            role: `${text(certificate.role)}, ${name}`,
            affirmation: text(certificate.affirmation),
            signatory: signatoryOf(role),
          },
        ]
      : [],
  )
  return { affirmation: text(affirmation), further: [...own, ...theirs] }
}
