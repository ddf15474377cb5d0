import { useTranslation } from 'react-i18next'
import { Notice } from '~/ui/notice'
import { Radios } from '~/ui/radios'

/** Somebody who can be asked to sign, or why not now. */
export interface ShownCandidate {
  readonly mandateId: string
  readonly name: string
  readonly title: string
  readonly decision: string
  readonly me: boolean
  readonly problem: 'notYet' | 'expired' | 'revoked' | 'ownWork' | null
}

interface SignerChoiceProps {
  readonly name: string
  readonly label: string
  readonly help: string
  /** What is said when there is nobody to choose. */
  readonly nobody: string
  readonly candidates: readonly ShownCandidate[]
  /** The mandate that was chosen before, when the post was refused. */
  readonly chosen: string
  readonly errors: readonly string[] | undefined
}

/** Whom to ask: those who can, and beneath why others cannot. */
export function SignerChoice({ name, label, help, nobody, candidates, chosen, errors }: SignerChoiceProps) {
  const { t } = useTranslation('case')
  const able = candidates.filter(({ problem }) => problem === null)
  const [only, ...more] = able
  const given = chosen || (more.length === 0 ? only?.mandateId : undefined)
  return (
    <>
      {only === undefined ? (
        <Notice tone="warning">{nobody}</Notice>
      ) : (
        <Radios
          name={name}
          label={label}
          help={help}
          {...(errors ? { errors } : {})}
          {...(given === undefined ? {} : { defaultValue: given })}
          options={able.map(({ mandateId, name: person, title, decision, me }) => ({
            value: mandateId,
            label: me ? t('signature.yourself', { name: person }) : person,
            help: `${title}. ${decision}`,
          }))}
        />
      )}
      {candidates.map(
        ({ mandateId, name: person, problem }) =>
          problem && (
            <p key={mandateId} className="small subtle">
              {t(`signature.problem.${problem}`, { name: person })}
            </p>
          ),
      )}
    </>
  )
}
