// Whether the app has signed in with the new app password: it changes by itself.

import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { WarningRegular } from '@fluentui/react-icons/svg/warning'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

import { onActivityChanged } from '../../backend/activity'
import { firstUse, type FirstUse } from '../../backend/app-passwords'
import { useView } from '../../state/view'

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', columnGap: '8px', minHeight: '32px' },
  icon: { display: 'flex', flexShrink: 0, fontSize: '20px' },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusWarningForeground1 },
})

export function FirstUseLine({ id }: { id: string }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const ask = useCallback(() => firstUse(id), [id])
  const { view } = useView<FirstUse>(ask, onActivityChanged)
  if (!view) return null
  const client = view.state === 'waiting' ? '' : [view.application, view.clientDevice, view.clientAddress].filter(Boolean).join(' · ')
  return (
    <div className={styles.line} role="status" data-testid="first-use" data-state={view.state}>
      {view.state === 'waiting' && (
        <>
          <Spinner size="extra-tiny" aria-hidden />
          <Text>{t('deviceSetup.waiting')}</Text>
        </>
      )}
      {view.state === 'connected' && (
        <>
          <span className={`${styles.icon} ${styles.good}`} aria-hidden>
            <CheckmarkCircleRegular />
          </span>
          <Text>{t('deviceSetup.connected', { client })}</Text>
        </>
      )}
      {view.state === 'refused' && (
        <>
          <span className={`${styles.icon} ${styles.bad}`} aria-hidden>
            <WarningRegular />
          </span>
          <Text>
            {view.byLimits ? t('deviceSetup.refusedByLimits', { client }) : t('deviceSetup.refused', { client, why: t(`denials.${view.reason}`) })}
          </Text>
        </>
      )}
    </div>
  )
}
