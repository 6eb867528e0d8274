// The backups of a damaged vault, to go on with one of them.

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { restoreVaultBackup, vaultBackups, type BackupRow } from '../../../backend/vault'
import { Action } from '../../../components/Action'
import { ConfirmDialog } from '../../../components/ConfirmDialog'
import { FaultBar } from '../../../components/FaultBar'
import { Loading } from '../../../components/Loading'
import { Section } from '../../../components/Section'
import { SettingsCard } from '../../../components/SettingsCard'
import { useFormats } from '../../../state/format'
import { useView } from '../../../state/view'
import { useReturnFocus } from '../use-return-focus'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', rowGap: '8px' },
  soft: { color: tokens.colorNeutralForeground3 },
})

export function Backups() {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const { view, fault } = useView(vaultBackups)
  const [chosen, setChosen] = useState<BackupRow | null>(null)
  if (fault) return <FaultBar fault={fault} />
  if (!view) return <Loading />
  const unreadable = t('authenticator.vault.backupUnreadable')
  return (
    <Section title={t('authenticator.vault.backups')} hint={view.length > 0 ? t('authenticator.vault.backupsHint') : undefined}>
      {view.length === 0 && <Text className={styles.soft}>{t('authenticator.vault.noBackups')}</Text>}
      <ul className={styles.list}>
        {view.map((backup) => (
          <li key={backup.name}>
            <SettingsCard
              title={format.dateTime(backup.saved)}
              state={backup.accounts === null ? unreadable : t('authenticator.vault.backupAccounts', { number: backup.accounts })}
              off={backup.accounts === null}
              testId="backup-row"
              control={
                <Action
                  blocked={backup.accounts === null ? unreadable : null}
                  name={t('authenticator.vault.restoreName', { date: format.dateTime(backup.saved) })}
                  onPress={() => setChosen(backup)}
                  testId="action-restore-backup"
                >
                  {t('authenticator.vault.restore')}
                </Action>
              }
            />
          </li>
        ))}
      </ul>
      {chosen && <RestoreDialog backup={chosen} onClose={() => setChosen(null)} />}
    </Section>
  )
}

function RestoreDialog({ backup, onClose }: { backup: BackupRow; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormats()
  useReturnFocus()
  return (
    <ConfirmDialog
      title={t('authenticator.vault.restoreTitle')}
      text={[t('authenticator.vault.restoreText', { date: format.dateTime(backup.saved) }), t('authenticator.vault.restoreKept')]}
      yes={t('authenticator.vault.restore')}
      no={t('common.cancel')}
      testId="dialog-restore-backup"
      onYes={() => restoreVaultBackup(backup.name)}
      onDone={onClose}
      onNo={onClose}
    />
  )
}
