import type { InputProps } from '../contract'
import { RepeatedText } from '../repeated-text'
import type { MunicipalitiesOptions } from './kind'
import { messages } from './messages'

/** One field per municipality, with the register's names as suggestions. */
export function MunicipalitiesQuestion(props: InputProps<MunicipalitiesOptions, readonly string[]>) {
  const { name, suggestions, language } = props
  const list = `${name}-kommuner`
  return (
    <RepeatedText props={props} words={messages[language]} labelOf={messages[language].item} empty={1} list={list}>
      <datalist id={list}>
        {suggestions.map((suggestion) => (
          <option key={suggestion} value={suggestion} />
        ))}
      </datalist>
    </RepeatedText>
  )
}
