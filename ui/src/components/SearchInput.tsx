// A field to search in: its name is its placeholder, and what clears it is told in words.

import { SearchBox } from '@fluentui/react-components'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'

export interface SearchInputProps {
  ref?: Ref<HTMLInputElement>
  placeholder: string
  /** What is heard, where it is more than what is seen. */
  label?: string
  value: string
  onChange: (value: string) => void
  className?: string
  testId: string
}

export function SearchInput({ ref, placeholder, label = placeholder, value, onChange, className, testId }: SearchInputProps) {
  const { t } = useTranslation()
  return (
    <SearchBox
      ref={ref}
      className={className}
      value={value}
      placeholder={placeholder}
      aria-label={label}
      aria-keyshortcuts="/"
      dismiss={{ 'aria-label': t('common.clearSearch') }}
      data-testid={testId}
      onChange={(_, data) => onChange(data.value)}
      onKeyDown={(event) => {
        // The first Escape is the field's; an empty one leaves it to the page.
        if (event.key !== 'Escape' || event.nativeEvent.isComposing || value === '') return
        event.stopPropagation()
        onChange('')
      }}
    />
  )
}
