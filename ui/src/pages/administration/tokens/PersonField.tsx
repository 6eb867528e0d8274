// A person by user name: found while typing, or typed whole.

import { Combobox, Field, makeStyles, Option, tokens as theme } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { people, type AdminUser } from '../../../backend/administration'
import { useSettled } from '../use-pages'

/** People are searched for from this many characters on. */
const SHORTEST = 2
const MOST = 8

const useStyles = makeStyles({
  option: { display: 'flex', flexDirection: 'column' },
  soft: { color: theme.colorNeutralForeground3, fontSize: theme.fontSizeBase200 },
})

export function PersonField({ value, onChange }: { value: string; onChange: (upn: string) => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const settled = useSettled(value).trim()
  const [found, setFound] = useState<{ search: string; rows: AdminUser[] }>({ search: '', rows: [] })
  useEffect(() => {
    if (settled.length < SHORTEST) return
    let current = true
    void people({ search: settled, top: MOST }).then(
      ({ value: rows }) => {
        if (current) setFound({ search: settled, rows })
      },
      // The name can be typed whole; a wrong one is refused.
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [settled])
  const rows = found.search === settled ? found.rows : []
  return (
    <Field label={t('tokenInventory.person')} hint={t('tokenInventory.personHint')} required>
      <Combobox
        freeform
        inlinePopup
        autoFocus
        autoComplete="off"
        value={value}
        selectedOptions={[value]}
        onInput={(event) => onChange(event.currentTarget.value)}
        onOptionSelect={(_, { optionValue }) => {
          if (optionValue) onChange(optionValue)
        }}
        data-testid="field-token-person"
      >
        {rows.map((person) => (
          <Option key={person.userPrincipalName} value={person.userPrincipalName} text={person.userPrincipalName}>
            <span className={styles.option}>
              <span>{person.displayName}</span>
              <span className={styles.soft}>{person.userPrincipalName}</span>
            </span>
          </Option>
        ))}
      </Combobox>
    </Field>
  )
}
