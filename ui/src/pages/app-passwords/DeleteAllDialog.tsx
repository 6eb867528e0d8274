// *Delete all app passwords*: for a lost device.

import { useTranslation } from 'react-i18next'

import { deleteAllAppPasswords } from '../../backend/app-passwords'
import { ConfirmDialog } from '../../components/ConfirmDialog'

export interface DeleteAllDialogProps {
  count: number
  onChanged: () => Promise<void>
  onDone: () => void
  onClose: () => void
}

export function DeleteAllDialog({ count, onChanged, onDone, onClose }: DeleteAllDialogProps) {
  const { t } = useTranslation()
  return (
    <ConfirmDialog
      title={t('appPasswords.deleteAllTitle')}
      text={[t('appPasswords.deleteAllText', { number: count }), t('appPasswords.noUndo')]}
      yes={t('appPasswords.deleteAllYes')}
      no={t('common.cancel')}
      danger
      testId="dialog-delete-all-app-passwords"
      onYes={async () => {
        await deleteAllAppPasswords()
        await onChanged()
      }}
      onDone={onDone}
      onNo={onClose}
    />
  )
}
