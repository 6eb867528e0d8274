// Account and password.

import { Field, Input } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { Action } from '../../components/Action'
import { FaultBar } from '../../components/FaultBar'
import { useFieldFaults } from '../../components/field-faults'
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
  // The service says only that the two don't belong together; the password is the one that nobody can see.
  const faults = useFieldFaults(command, { password: ['invalid_credentials'] })
  const typed = (take: (value: string) => void) => (value: string) => {
    faults.typed('password')
    take(value)
  }
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
      {faults.bar && <FaultBar fault={faults.bar} user={userName.trim()} />}
      <Field label={t('signIn.userName')} hint={t('signIn.userNameHint')}>
        <Input
          data-testid="field-user-name"
          type="email"
          autoComplete="username"
          spellCheck={false}
          autoCapitalize="off"
          autoFocus
          value={userName}
          onChange={(_, { value }) => typed(onUserName)(value)}
        />
      </Field>
      <Field label={t('signIn.password')} {...faults.at('password')}>
        <PasswordInput testId="field-password" value={password} onChange={typed(onPassword)} autoComplete="current-password" />
      </Field>
      {service}
    </Panel>
  )
}
