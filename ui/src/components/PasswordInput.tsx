// A password or passphrase, hidden until the person shows it: with the eye button, which Tab skips, or with Alt+F8, the
// usual key on desktops.

import { Button, Input, type InputProps } from '@fluentui/react-components'
import { EyeRegular } from '@fluentui/react-icons/svg/eye'
import { EyeOffRegular } from '@fluentui/react-icons/svg/eye-off'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

export interface PasswordInputProps extends Pick<InputProps, 'autoFocus' | 'autoComplete' | 'id' | 'aria-describedby' | 'aria-labelledby' | 'aria-invalid'> {
  value: string
  onChange: (value: string) => void
  testId: string
}

export function PasswordInput({ value, onChange, testId, ...field }: PasswordInputProps) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(false)
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'F8' || !event.altKey) return
    event.preventDefault()
    setShown(!shown)
  }
  return (
    <Input
      {...field}
      data-testid={testId}
      type={shown ? 'text' : 'password'}
      spellCheck={false}
      value={value}
      onChange={(_, data) => onChange(data.value)}
      onKeyDown={press}
      aria-keyshortcuts="Alt+F8"
      contentAfter={
        <Button
          appearance="transparent"
          size="small"
          icon={shown ? <EyeOffRegular /> : <EyeRegular />}
          aria-label={shown ? t('common.hide') : t('common.show')}
          aria-pressed={shown}
          tabIndex={-1}
          // The caret stays in the field.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setShown(!shown)}
        />
      }
    />
  )
}
