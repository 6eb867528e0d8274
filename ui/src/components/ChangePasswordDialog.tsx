// Changes the person's own password, and by default deletes the app passwords with it.

import { Checkbox, Field, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { changePassword } from '../backend/security-info'
import { useCommand } from '../state/command'
import { CancelOr } from './CancelOr'
import { FaultBar } from './FaultBar'
import { useFieldFaults } from './field-faults'
import { FormDialog } from './FormDialog'
import { useOffline } from './offline'
import { PasswordInput } from './PasswordInput'

export function ChangePasswordDialog({ onCancel, onDone }: { onCancel: () => void; onDone: () => void }) {
  const { t } = useTranslation()
  const offline = useOffline()
  const changing = useCommand()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [deleting, setDeleting] = useState(true)
  const faults = useFieldFaults(changing, { current: ['wrong_password'], next: ['password_invalid'] })
  const missing = current === '' ? t('password.currentMissing') : next === '' ? t('password.newMissing') : null
  const submit = async () => {
    if (missing || offline) return
    if (await changing.run(() => changePassword(current, next, deleting))) onDone()
  }
  return (
    <FormDialog
      title={t('password.change')}
      testId="dialog-change-password"
      onCancel={onCancel}
      onSubmit={() => void submit()}
      actions={
        <CancelOr onCancel={onCancel} busy={changing.busy} blocked={offline ?? missing} testId="action-change-password">
          {t('common.change')}
        </CancelOr>
      }
    >
      {faults.bar && <FaultBar fault={faults.bar} />}
      <Text>{t('password.text')}</Text>
      <Field label={t('password.current')} {...faults.at('current')}>
        <PasswordInput
          testId="field-current-password"
          value={current}
          onChange={(typed) => {
            faults.typed('current')
            setCurrent(typed)
          }}
          autoComplete="current-password"
          autoFocus
        />
      </Field>
      <Field label={t('password.new')} hint={t('password.newHint')} {...faults.at('next')}>
        <PasswordInput
          testId="field-new-password"
          value={next}
          onChange={(typed) => {
            faults.typed('next')
            setNext(typed)
          }}
          autoComplete="new-password"
        />
      </Field>
      <Checkbox
        data-testid="field-delete-app-passwords"
        label={t('password.deleteAppPasswords')}
        checked={deleting}
        onChange={(_, { checked }) => setDeleting(checked === true)}
      />
    </FormDialog>
  )
}
