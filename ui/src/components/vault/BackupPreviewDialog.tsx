// The accounts in a backup and those that restoring it would remove.

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

import { previewVaultBackup, restoreVaultBackup, type BackupRow, type PreviewedAccount } from '../../backend/vault'
import { useCommand } from '../../state/command'
import { useFormats } from '../../state/format'
import { useView } from '../../state/view'
import { Action } from '../Action'
import { FaultBar } from '../FaultBar'
import { FormDialog } from '../FormDialog'
import { Loading } from '../Loading'
import { useNotify } from '../notify'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', rowGap: '4px' },
  list: { margin: 0, paddingLeft: '20px', overflowWrap: 'anywhere', maxHeight: '200px', overflowY: 'auto' },
  soft: { color: tokens.colorNeutralForeground3 },
})

export interface BackupPreviewProps {
  backup: BackupRow
  damaged: boolean
  onClose: () => void
  onRestored: () => void
}

export function BackupPreviewDialog({ backup, damaged, onClose, onRestored }: BackupPreviewProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const notify = useNotify()
  const { view, fault } = useView(useCallback(() => previewVaultBackup(backup.name), [backup.name]))
  const restoring = useCommand()
  const restore = async () => {
    if (!view || !(await restoring.run(() => restoreVaultBackup(backup.name)))) return
    notify(t('vault.backups.restored'))
    onRestored()
  }
  const trouble = restoring.fault ?? fault
  return (
    <FormDialog
      title={t('vault.backups.previewTitle')}
      testId="dialog-restore-backup"
      onCancel={onClose}
      onSubmit={() => void restore()}
      actions={
        <>
          <Action onPress={onClose} testId="action-no" autoFocus>
            {t('common.cancel')}
          </Action>
          <Action type="submit" appearance="primary" busy={restoring.busy} testId="action-yes">
            {t('authenticator.vault.restore')}
          </Action>
        </>
      }
    >
      <Text>{t('vault.backups.saved', { date: format.dateTime(backup.saved) })}</Text>
      {trouble && <FaultBar fault={trouble} />}
      {!view && !fault && <Loading />}
      {view && (
        <div className={styles.part}>
          <Text weight="semibold">{t('vault.backups.accounts')}</Text>
          {view.accounts.length === 0 ? <Text className={styles.soft}>{t('vault.backups.noAccounts')}</Text> : <Names accounts={view.accounts} />}
        </div>
      )}
      {view && view.gone.length > 0 && (
        <div className={styles.part} data-testid="backup-gone">
          <Text weight="semibold">{t('vault.backups.gone')}</Text>
          <Names accounts={view.gone} />
        </div>
      )}
      <Text className={styles.soft}>{damaged ? t('authenticator.vault.restoreKept') : t('vault.backups.becomesBackup')}</Text>
    </FormDialog>
  )
}

function Names({ accounts }: { accounts: PreviewedAccount[] }) {
  const styles = useStyles()
  return (
    <ul className={styles.list}>
      {accounts.map(({ issuer, account }, index) => (
        <li key={index}>{[issuer, account].filter(Boolean).join(' · ')}</li>
      ))}
    </ul>
  )
}
