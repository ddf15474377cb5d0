import { ExclamationmarkTriangleFillIcon } from '@navikt/aksel-icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names'

/** What every field widget takes. The label is required: a field without one cannot be written. */
export interface FieldProps {
  /** The name that is posted. */
  readonly name: string
  readonly label: ReactNode
  /** Where an error's link leads; the name when left out. Stands on something that can take focus. */
  readonly id?: string | undefined
  readonly help?: ReactNode
  /** One or more errors; with any, the control is marked invalid and described by them. */
  readonly errors?: readonly string[] | undefined
  /** Adds «(frivilligt)» to the label. */
  readonly optional?: boolean | undefined
  /** Stands right below the control: last year's answer, an explanation that opens. */
  readonly after?: ReactNode
  /** Hides the label from the eye (a heading or a table says it), never from a screen reader. */
  readonly hideLabel?: boolean | undefined
  readonly size?: 'medium' | 'small' | undefined
}

export const errorId = (id: string) => `${id}-fel`
export const helpId = (id: string) => `${id}-hjalp`

/** What `aria-describedby` of a field's control should say. */
export function describedBy(
  id: string,
  { help, errors }: Pick<FieldProps, 'help' | 'errors'>,
  ...more: readonly (string | undefined)[]
): string | undefined {
  const ids = [help !== undefined && helpId(id), errors?.length ? errorId(id) : undefined, ...more]
  return classNames(...ids) || undefined
}

function LabelText({ label, optional }: Pick<FieldProps, 'label' | 'optional'>) {
  return (
    <>
      {label}
      {optional && <Optional />}
    </>
  )
}

function Optional() {
  const { t } = useTranslation('common')
  return <span className="field-optional"> ({t('field.optional')})</span>
}

/** The errors of one field, below it. Renders nothing when there are none. */
export function FieldError({ id, errors }: { readonly id: string; readonly errors: readonly string[] | undefined }) {
  if (!errors?.length) return null
  return (
    <div id={errorId(id)}>
      {errors.map((message) => (
        <p key={message} className="field-error">
          <ExclamationmarkTriangleFillIcon aria-hidden />
          <span>{message}</span>
        </p>
      ))}
    </div>
  )
}

type FrameProps = Omit<FieldProps, 'name'> & { readonly id: string; readonly children: ReactNode }

/** Label, help, control, what stands below it, errors: around one control whose id is `id`. */
export function Field({ id, label, help, errors, optional, after, hideLabel, size, children }: FrameProps) {
  return (
    <div className={classNames('field', size === 'small' && 'small')}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'field-label'}>
        <LabelText label={label} optional={optional} />
      </label>
      {help !== undefined && (
        <div id={helpId(id)} className="field-help">
          {help}
        </div>
      )}
      <div className="field-control">{children}</div>
      {after}
      <FieldError id={id} errors={errors} />
    </div>
  )
}

type GroupProps = FrameProps & {
  /** The legend as large as a heading of the page: for tables and lists of questions. */
  readonly heading?: boolean | undefined
  /** A bar in the margin; for groups whose errors stand far from the legend. */
  readonly errorBar?: boolean | undefined
}

/** The same around several controls: a `fieldset`, described by its help and errors. `id` names the group for those. */
export function FieldGroup({
  id,
  label,
  help,
  errors,
  optional,
  after,
  hideLabel,
  size,
  heading,
  errorBar,
  children,
}: GroupProps) {
  const wrong = errors !== undefined && errors.length > 0
  return (
    <fieldset
      className={classNames('field', size === 'small' && 'small', wrong && errorBar && 'error-bar')}
      aria-describedby={describedBy(id, { help, errors })}
    >
      <legend className={hideLabel ? 'sr-only' : classNames('field-label', heading && 'heading')}>
        <LabelText label={label} optional={optional} />
      </legend>
      {help !== undefined && (
        <div id={helpId(id)} className="field-help">
          {help}
        </div>
      )}
      <div className="field-control">{children}</div>
      {after}
      <FieldError id={id} errors={errors} />
    </fieldset>
  )
}
