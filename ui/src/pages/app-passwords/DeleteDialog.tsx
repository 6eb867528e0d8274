// *Delete* → *Yes* → deleted → *Close*.

import { Text } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { deleteAppPassword, type AppPassword } from '../../backend/app-passwords'
import { Action } from '../../components/Action'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { FormDialog } from '../../components/FormDialog'
import { useFormats } from '../../state/format'
import { useNow } from '../../state/clock'

export interface DeleteDialogProps {
  password: AppPassword
  onChanged: () => Promise<void>
  onClose: () => void
}

export function DeleteDialog({ password, onChanged, onClose }: DeleteDialogProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const now = useNow(60_000)
  const [deleted, setDeleted] = useState(false)
  if (deleted) {
    return (
      <FormDialog
        title={t('appPasswords.deleted')}
        testId="dialog-app-password-deleted"
        onCancel={onClose}
        onSubmit={onClose}
        actions={
          <Action appearance="primary" onPress={onClose} testId="action-close" autoFocus>
            {t('common.close')}
          </Action>
        }
      >
        <Text>{t('appPasswords.deletedText', { name: password.displayName })}</Text>
      </FormDialog>
    )
  }
  const used = password.lastUsedDateTime
    ? t('appPasswords.deleteLastUsed', { time: format.ago(password.lastUsedDateTime, now) })
    : t('appPasswords.deleteNeverUsed')
  return (
    <ConfirmDialog
      title={t('appPasswords.deleteTitle')}
      text={[t('appPasswords.deleteText', { name: password.displayName }), `${used} ${t('appPasswords.noUndo')}`]}
      danger
      testId="dialog-delete-app-password"
      onYes={async () => {
        await deleteAppPassword(password.id)
        await onChanged()
      }}
      onDone={() => setDeleted(true)}
      onNo={onClose}
    />
  )
}
