// A new passphrase for the open vault.

import { Text } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import { setVaultPassphrase } from '../../backend/vault'
import { useCommand } from '../../state/command'
import { CancelOr } from '../CancelOr'
import { FaultBar } from '../FaultBar'
import { FormDialog } from '../FormDialog'
import { useNotify } from '../notify'
import { NewPassphraseFields, useNewPassphrase } from './NewPassphrase'

export interface PassphraseDialogProps {
  change: boolean
  onClose: () => void
  /** Continues the waiting action. */
  onSaved?: () => void
}

export function PassphraseDialog({ change, onClose, onSaved }: PassphraseDialogProps) {
  const { t } = useTranslation()
  const notify = useNotify()
  const chosen = useNewPassphrase()
  const { busy, fault, run } = useCommand()

  const save = async () => {
    if (!chosen.isGood() || !(await run(() => setVaultPassphrase(chosen.passphrase)))) return
    notify(t('vault.passphrase.done'))
    onClose()
    onSaved?.()
  }
  return (
    <FormDialog
      title={change ? t('vault.passphrase.change') : t('vault.passphrase.doSet')}
      testId="dialog-passphrase"
      onCancel={onClose}
      onSubmit={() => void save()}
      actions={
        <CancelOr onCancel={onClose} busy={busy} testId="action-save-passphrase">
          {t('common.save')}
        </CancelOr>
      }
    >
      <Text>{t('vault.passphrase.text')}</Text>
      {fault && <FaultBar fault={fault} />}
      <NewPassphraseFields label={t('vault.passphrase.new')} chosen={chosen} />
    </FormDialog>
  )
}
