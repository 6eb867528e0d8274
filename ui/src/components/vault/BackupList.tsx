// The backups of the vault, newest first; each has a preview before it is restored.

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { vaultBackups, type BackupRow } from '../../backend/vault'
import { useFormats } from '../../state/format'
import { useView } from '../../state/view'
import { Action } from '../Action'
import { FaultBar } from '../FaultBar'
import { Loading } from '../Loading'
import { SettingsCard } from '../SettingsCard'
import { BackupPreviewDialog } from './BackupPreviewDialog'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', rowGap: '8px' },
  soft: { color: tokens.colorNeutralForeground3 },
})

/** `damaged`: the present file is unusable, and is kept beside the vault. */
export function BackupList({ damaged, onRestored }: { damaged: boolean; onRestored?: () => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const { view, fault } = useView(vaultBackups)
  const [chosen, setChosen] = useState<BackupRow | null>(null)
  if (fault) return <FaultBar fault={fault} />
  if (!view) return <Loading />
  const unreadable = t('authenticator.vault.backupUnreadable')
  return (
    <>
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
      {chosen && (
        <BackupPreviewDialog
          backup={chosen}
          damaged={damaged}
          onClose={() => setChosen(null)}
          onRestored={() => {
            setChosen(null)
            onRestored?.()
          }}
        />
      )}
    </>
  )
}
