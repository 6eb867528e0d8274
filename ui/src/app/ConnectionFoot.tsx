// The foot of the navigation: the state of the connection to the service.

import { makeStyles, mergeClasses, Text, tokens, Tooltip } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { CloudOffRegular } from '@fluentui/react-icons/svg/cloud-off'
import { CloudSyncRegular } from '@fluentui/react-icons/svg/cloud-sync'
import { PersonProhibitedRegular } from '@fluentui/react-icons/svg/person-prohibited'
import { useTranslation } from 'react-i18next'

import type { Status } from '../backend/app'
import { useNow } from '../state/clock'
import { useLandmark } from '../components/use-landmark'
import { useFormats } from '../state/format'
import { useStatus } from '../state/status'

const JUST_NOW = 60_000

const useStyles = makeStyles({
  foot: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '12px',
    padding: '8px 12px',
    color: tokens.colorNeutralForeground3,
    minHeight: '24px',
    '@media (max-width: 559px)': { flexShrink: 0, justifyContent: 'center' },
  },
  icon: { display: 'flex', flexShrink: 0, fontSize: '20px' },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusWarningForeground1 },
  words: {
    '@media (max-width: 759px)': {
      // Invisible, but read by screen readers.
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    },
  },
})

const icons = {
  online: <CheckmarkCircleRegular />,
  offline: <CloudOffRegular />,
  connecting: <CloudSyncRegular />,
  signedOut: <PersonProhibitedRegular />,
}

export function ConnectionFoot() {
  const styles = useStyles()
  const status = useStatus()
  const words = useConnectionWords(status)
  const { landmark, findLandmark } = useLandmark()
  if (!status) return null
  const tone = status.connection === 'online' ? styles.good : status.connection === 'offline' ? styles.bad : undefined
  return (
    <Tooltip content={words} relationship="inaccessible" positioning={{ position: 'above', align: 'start', strategy: 'fixed' }} mountNode={landmark}>
      <div ref={findLandmark} className={styles.foot} role="status" data-testid="connection" data-connection={status.connection}>
        <span className={mergeClasses(styles.icon, tone)} aria-hidden>
          {icons[status.connection]}
        </span>
        <Text size={200} className={styles.words}>
          {words}
        </Text>
      </div>
    </Tooltip>
  )
}

function useConnectionWords(status: Status | null): string {
  const { t } = useTranslation()
  const format = useFormats()
  const now = useNow(JUST_NOW / 2)
  if (!status) return ''
  const { connection, lastSynced } = status
  if (connection === 'signedOut') return t('connection.signedOut')
  if (connection === 'connecting') return t('connection.connecting')
  if (connection === 'offline') {
    return lastSynced ? t('connection.offlineSince', { time: sameDay(lastSynced, now) ? format.time(lastSynced) : format.dateTime(lastSynced) }) : t('connection.offline')
  }
  if (!lastSynced || now - Date.parse(lastSynced) < JUST_NOW) return t('connection.justNow')
  return t('connection.synced', { time: format.ago(lastSynced, now) })
}

function sameDay(iso: string, now: number): boolean {
  return new Date(iso).toDateString() === new Date(now).toDateString()
}
