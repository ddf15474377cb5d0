import { Button } from '@navikt/ds-react/Button'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { caseStates, everything, sameContent, type WorklistFilter } from '~/reviews/worklist-filter'
import { Checkbox } from '~/ui/checkbox'
import { SelectInput } from '~/ui/select-input'
import { TextInput } from '~/ui/text-input'
import { TextLink } from '~/ui/text-link'
import { Toolbar } from '~/ui/toolbar'
import styles from './worklist.module.css'

interface WorklistFiltersProps {
  readonly filter: WorklistFilter
  /** Where the list is without a filter. */
  readonly href: string
  readonly counties: readonly { readonly code: string; readonly name: string }[]
  readonly withRemaining: boolean
}

/** Search and filters: a form that asks for another list, so the address always says what is shown. */
export function WorklistFilters({ filter, href, counties, withRemaining }: WorklistFiltersProps) {
  const { t } = useTranslation(['review', 'common'])
  const states = caseStates.map((value) => ({ value, label: t(`common:caseState.${value}`) }))
  return (
    // A new list gets new fields: the browser would otherwise keep what stood in them.
    <Form method="get" action={href} className={styles.filters} role="search" key={JSON.stringify(filter)}>
      <Toolbar>
        <div className="grow">
          <TextInput
            name="q"
            type="search"
            size="small"
            label={t('list.search')}
            defaultValue={filter.search}
            maxLength={100}
            autoComplete="off"
            spellCheck={false}
          />
        </div>
        <SelectInput
          name="status"
          size="small"
          label={t('list.state')}
          empty={t('list.anyState')}
          options={states}
          defaultValue={filter.state ?? ''}
        />
        {counties.length > 1 && (
          <SelectInput
            name="lan"
            size="small"
            label={t('list.county')}
            empty={t('list.anyCounty')}
            options={counties.map(({ code, name }) => ({ value: code, label: name }))}
            defaultValue={filter.countyCode ?? ''}
          />
        )}
        <Button type="submit" size="small" variant="secondary">
          {t('list.apply')}
        </Button>
      </Toolbar>
      <div className={styles.checks}>
        <Checkbox name="sen" value="1" size="small" label={t('list.onlyLate')} defaultChecked={filter.late} />
        {withRemaining && (
          <Checkbox
            name="kvar"
            value="1"
            size="small"
            label={t('list.onlyRemaining')}
            defaultChecked={filter.remaining}
          />
        )}
        {!sameContent(filter, everything) && (
          <p className="row">
            <TextLink to={href}>{t('list.clear')}</TextLink>
          </p>
        )}
      </div>
      {filter.handedIn !== undefined && <input type="hidden" name="inne" value={filter.handedIn ? '1' : '0'} />}
      {filter.sort !== 'kommun' && <input type="hidden" name="sortera" value={filter.sort} />}
      {filter.descending && <input type="hidden" name="ordning" value="fallande" />}
    </Form>
  )
}
