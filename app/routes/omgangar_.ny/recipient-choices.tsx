import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecipientChoice } from '~/grants/rounds/choose-recipients'
import { errorsOf, type Reply, tickedIn, typedIn } from '~/platform/posted'
import { Checkboxes } from '~/ui/checkboxes'
import { Radios } from '~/ui/radios'
import { TextArea } from '~/ui/text-area'
import styles from './new-round.module.css'

interface RecipientChoicesProps {
  readonly choices: readonly RecipientChoice[]
  /** How many «all» are, in words. */
  readonly municipalities: string
  readonly counties: readonly { readonly value: string; readonly label: string }[]
  /** Of a county board. */
  readonly county: string | null
  readonly reply: Reply
}

/** Who is entered. What belongs to a choice shows with it; without script all of it does. */
export function RecipientChoices({ choices, municipalities, counties, county, reply }: RecipientChoicesProps) {
  const { t } = useTranslation('round')
  const [choice, setChoice] = useState(typedIn(reply, 'mottagare', choices[0]))
  const below = {
    counties: (
      <div className={styles.below} data-open={choice === 'counties'}>
        <Checkboxes
          name="lan"
          label={t('open.counties')}
          options={counties}
          defaultValue={tickedIn(reply, 'lan')}
          errors={errorsOf(reply, 'lan')}
          size="small"
        />
      </div>
    ),
    list: (
      <div className={styles.below} data-open={choice === 'list'}>
        <TextArea
          name="lista"
          label={t('open.listLabel')}
          help={t('open.listHelp')}
          rows={6}
          spellCheck={false}
          defaultValue={typedIn(reply, 'lista')}
          errors={errorsOf(reply, 'lista')}
        />
      </div>
    ),
  }
  return (
    <Radios
      name="mottagare"
      label={t('open.recipients')}
      heading
      defaultValue={typedIn(reply, 'mottagare', choices[0])}
      errors={errorsOf(reply, 'mottagare')}
      onChange={(event) => setChoice(event.target.value)}
      options={choices.map((value) => ({
        value,
        label: t(`open.choice.${value}`, { count: municipalities, county: county ?? '' }),
        ...(value === 'later' && { help: t('open.laterHelp') }),
        ...((value === 'counties' || value === 'list') && { below: below[value] }),
      }))}
    />
  )
}
