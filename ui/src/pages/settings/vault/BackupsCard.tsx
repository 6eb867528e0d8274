// The time of the last backup, a button for another one, and all of them in a dialog.

import { HistoryRegular } from '@fluentui/react-icons/svg/history'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { backUpVault, type BackupRow } from '../../../backend/vault'
import { Action } from '../../../components/Action'
import { FaultBar } from '../../../components/FaultBar'
import { FormDialog } from '../../../components/FormDialog'
import { useNotify } from '../../../components/notify'
import { SettingsCard } from '../../../components/SettingsCard'
import { BackupList } from '../../../components/vault/BackupList'
import { useNow } from '../../../state/clock'
import { useCommand } from '../../../state/command'
import { useFormats } from '../../../state/format'

export interface BackupsCardProps {
  newest: BackupRow | null
  /** When the vault was last copied elsewhere. */
  copied: string | null
  onChange: () => Promise<void>
}

export function BackupsCard({ newest, copied, onChange }: BackupsCardProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const [open, setOpen] = useState(false)
  const notify = useNotify()
  const backing = useCommand()
  const now = useNow(60_000)
  const backUp = () =>
    backing.run(async () => {
      const made = await backUpVault()
      await onChange()
      notify(t(made ? 'vault.backups.nowDone' : 'vault.backups.nowSame'))
    })
  const close = () => {
    setOpen(false)
    void onChange()
  }
  return (
    <>
      <SettingsCard
        icon={<HistoryRegular />}
        title={t('vault.backups.title')}
        state={
          <>
            {newest ? t('vault.backups.newest', { when: format.ago(newest.made, now), number: newest.accounts ?? 0 }) : t('vault.backups.none')}
            <br />
            {copied ? t('vault.elsewhere.last', { when: format.ago(copied, now) }) : t('vault.elsewhere.none')}
          </>
        }
        testId="card-vault-backups"
        control={
          <>
            <Action busy={backing.busy} onPress={() => void backUp()} testId="action-back-up">
              {t('vault.backups.now')}
            </Action>
            <Action name={t('vault.backups.showName')} blocked={newest ? null : t('vault.backups.none')} onPress={() => setOpen(true)} testId="action-show-backups">
              {t('vault.backups.show')}
            </Action>
          </>
        }
      >
        {backing.fault && <FaultBar fault={backing.fault} />}
      </SettingsCard>
      {open && (
        <FormDialog
          wide
          title={t('vault.backups.title')}
          testId="dialog-backups"
          onCancel={close}
          onSubmit={close}
          actions={
            <Action appearance="primary" onPress={close} testId="action-close">
              {t('common.close')}
            </Action>
          }
        >
          <BackupList damaged={false} onRestored={close} />
        </FormDialog>
      )}
    </>
  )
}
