// Account and password.

import { Field, Input } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { Action } from '../../components/Action'
import { FaultBar } from '../../components/FaultBar'
import type { Running } from '../../state/command'
import { Panel } from '../../components/Panel'
import { PasswordInput } from '../../components/PasswordInput'

export interface PasswordStepProps {
  userName: string
  password: string
  onUserName: (value: string) => void
  onPassword: (value: string) => void
  command: Running
  onSubmit: () => void
  /** The service. */
  service: ReactNode
}

export function PasswordStep({ userName, password, onUserName, onPassword, command, onSubmit, service }: PasswordStepProps) {
  const { t } = useTranslation()
  const missing = userName.trim() === '' ? t('signIn.userNameMissing') : password === '' ? t('signIn.passwordMissing') : null
  return (
    <Panel
      heading={t('signIn.title')}
      level={1}
      testId="card-sign-in"
      onSubmit={() => {
        if (!missing) onSubmit()
      }}
      actions={
        <Action type="submit" appearance="primary" busy={command.busy} blocked={missing} testId="action-sign-in">
          {t('signIn.signIn')}
        </Action>
      }
    >
      {command.fault && <FaultBar fault={command.fault} user={userName.trim()} />}
      <Field label={t('signIn.userName')} hint={t('signIn.userNameHint')}>
        <Input
          data-testid="field-user-name"
          type="email"
          autoComplete="username"
          spellCheck={false}
          autoCapitalize="off"
          autoFocus
          value={userName}
          onChange={(_, { value }) => onUserName(value)}
        />
      </Field>
      <Field label={t('signIn.password')}>
        <PasswordInput testId="field-password" value={password} onChange={onPassword} autoComplete="current-password" />
      </Field>
      {service}
    </Panel>
  )
}
