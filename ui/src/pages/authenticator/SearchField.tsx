// Search in issuers and account names, from the sixth account on.

import { SearchBox } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

export interface SearchFieldProps {
  className?: string
  value: string
  onChange: (value: string) => void
}

export function SearchField({ className, value, onChange }: SearchFieldProps) {
  const { t } = useTranslation()
  return (
    <SearchBox
      className={className}
      value={value}
      placeholder={t('authenticator.search')}
      aria-label={t('authenticator.search')}
      aria-keyshortcuts="/"
      dismiss={{ 'aria-label': t('authenticator.clearSearch') }}
      data-testid="field-search"
      onChange={(_, data) => onChange(data.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onChange('')
      }}
    />
  )
}
