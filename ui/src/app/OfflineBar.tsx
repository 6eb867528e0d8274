// Shows that a page is the offline snapshot, and lets the person try the service now.

import { useTranslation } from 'react-i18next'

import { refresh } from '../backend/app'
import { useCommand } from '../state/command'
import { useFormats } from '../state/format'
import { takeStatus, useStatus } from '../state/status'
import { Action } from '../components/Action'
import { Notice } from '../components/Notice'

export function OfflineBar() {
  const { t } = useTranslation()
  const format = useFormats()
  const status = useStatus()
  const { busy, run } = useCommand()
  if (status?.connection !== 'offline') return null
  const synced = status.lastSynced ? t('offline.lastSynced', { time: format.dateTime(status.lastSynced) }) : t('offline.neverSynced')
  return (
    <Notice
      intent="warning"
      title={synced}
      testId="notice-offline"
      action={
        <Action size="small" busy={busy} onPress={() => void run(async () => takeStatus(await refresh()))} testId="action-refresh">
          {t('common.tryAgain')}
        </Action>
      }
    >
      {t('offline.explained')}
    </Notice>
  )
}
