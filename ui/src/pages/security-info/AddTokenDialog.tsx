// Adds a hardware token to the account.

import { useTranslation } from 'react-i18next'

import { CancelOr } from '../../components/CancelOr'
import { AddTokenFields } from '../../components/AddTokenFields'
import { FormDialog } from '../../components/FormDialog'
import { useOffline } from '../../components/offline'
import { useAddToken } from '../../components/use-add-token'

export interface AddTokenDialogProps {
  onCancel: () => void
  onDone: () => Promise<void>
}

export function AddTokenDialog({ onCancel, onDone }: AddTokenDialogProps) {
  const { t } = useTranslation()
  const offline = useOffline()
  const token = useAddToken(onDone)
  return (
    <FormDialog
      title={t('hardwareToken.add')}
      testId="dialog-add-token"
      onCancel={onCancel}
      onSubmit={() => {
        if (!offline) void token.add()
      }}
      actions={
        <CancelOr onCancel={onCancel} busy={token.adding.busy} blocked={offline ?? token.missing} testId="action-add-token">
          {t('common.add')}
        </CancelOr>
      }
    >
      <AddTokenFields token={token} />
    </FormDialog>
  )
}
