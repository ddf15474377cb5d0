import { type ChangeEvent, type TextareaHTMLAttributes, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names'
import { countWords } from './count-words'
import { describedBy, Field, type FieldProps } from './field'

type Native = Pick<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onInput' | 'onBlur' | 'spellCheck' | 'lang' | 'form'>

export interface TextAreaProps extends FieldProps, Native {
  readonly defaultValue?: string | undefined
  readonly rows?: number | undefined
  /** Shows how many characters are left. Not enforced here: a text that is too long can be typed and then shortened. */
  readonly maxLength?: number | undefined
  /** The same for words. */
  readonly maxWords?: number | undefined
}

/** Several lines of text; grows with what is typed where the browser can. */
export function TextArea({
  name,
  id = name,
  label,
  help,
  errors,
  optional,
  after,
  hideLabel,
  size,
  rows = 3,
  maxLength,
  maxWords,
  defaultValue,
  ...native
}: TextAreaProps) {
  const [text, setText] = useState(defaultValue ?? '')
  const counterId = maxLength === undefined ? undefined : `${id}-plats`
  const wordsId = maxWords === undefined ? undefined : `${id}-ord`
  return (
    <Field {...{ id, label, help, errors, optional, after, hideLabel, size }}>
      <textarea
        {...native}
        id={id}
        name={name}
        rows={rows}
        // Where the field grows with its text, `rows` would not hold it open.
        style={{ minHeight: `calc(${rows} * 1.5em + 1.125rem)` }}
        defaultValue={defaultValue}
        onChange={(event: ChangeEvent<HTMLTextAreaElement>) => setText(event.target.value)}
        className="aksel-textarea__input"
        aria-invalid={errors?.length ? true : undefined}
        aria-describedby={describedBy(
          id,
          { help, errors },
          [counterId, wordsId].filter(Boolean).join(' ') || undefined,
        )}
      />
      {maxLength !== undefined && <Counter id={counterId} of="characters" length={text.length} most={maxLength} />}
      {maxWords !== undefined && <Counter id={wordsId} of="words" length={countWords(text)} most={maxWords} />}
    </Field>
  )
}

const figures = new Intl.NumberFormat('sv-SE')

interface CounterProps {
  readonly id: string | undefined
  readonly of: 'characters' | 'words'
  readonly length: number
  readonly most: number
}

/** Spoken only near the end: a count at every key would drown the text. */
function Counter({ id, of, length, most }: CounterProps) {
  const { t } = useTranslation('common')
  const left = most - length
  const number = figures.format(Math.abs(left))
  const [over, room] =
    of === 'words' ? (['field.tooManyWords', 'field.wordsLeft'] as const) : (['field.tooMany', 'field.left'] as const)
  const text = left < 0 ? t(over, { count: -left, number }) : t(room, { count: left, number })
  // A limit that nobody comes near is noise.
  if (most > 2000 && left > 500) return <span id={id} hidden />
  return (
    <>
      <p id={id} className={classNames('counter', left < 0 && 'over')}>
        {text}
      </p>
      <span className="sr-only" role="status">
        {left < 0 || (left <= 50 && left % 10 === 0) ? text : ''}
      </span>
    </>
  )
}
