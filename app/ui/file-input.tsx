import { type ChangeEventHandler, type DragEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names'
import { describedBy, Field, type FieldProps } from './field'

export interface FileInputProps extends FieldProps {
  /** Media types and endings, as in HTML: «application/pdf,.docx». A hint: the server judges by content. */
  readonly accept?: string | undefined
  readonly multiple?: boolean | undefined
  readonly onChange?: ChangeEventHandler<HTMLInputElement> | undefined
  /** Above the field: the files that are there already. */
  readonly children?: ReactNode
}

/** A native file field that posts without script; with script, files can also be dropped on it. */
export function FileInput({
  name,
  id = name,
  accept,
  multiple,
  onChange,
  label,
  help,
  errors,
  optional,
  after,
  hideLabel,
  size,
  children,
}: FileInputProps) {
  const { t } = useTranslation('common')
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!input.current || event.dataTransfer.files.length === 0) return
    input.current.files = event.dataTransfer.files
    // Assigning files fires nothing by itself; whoever uploads at once listens to «change».
    input.current.dispatchEvent(new Event('change', { bubbles: true }))
  }
  return (
    <Field {...{ id, label, help, errors, optional, after, hideLabel, size }}>
      {children}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra way; the field inside is the control. */}
      <div
        className={classNames('file-input', over && 'over')}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          ref={input}
          type="file"
          id={id}
          name={name}
          accept={accept}
          multiple={multiple}
          onChange={onChange}
          aria-invalid={errors?.length ? true : undefined}
          aria-describedby={describedBy(id, { help, errors })}
        />
        <span className="small subtle hide-on-phone">{t('field.orDrop', { count: multiple ? 2 : 1 })}</span>
      </div>
    </Field>
  )
}
