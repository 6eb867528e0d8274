// Restore multi-factor authentication on previously trusted devices.

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { DesktopRegular } from '@fluentui/react-icons/svg/desktop'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { restoreMfa, type SecurityInfoView } from '../../backend/security-info'
import { Action } from '../../components/Action'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { distinctNames } from '../../components/distinct-names'
import { useNotify } from '../../components/notify'
import { useOffline } from '../../components/offline'
import { Section } from '../../components/Section'
import { SettingsCard } from '../../components/SettingsCard'
import { useFormats } from '../../state/format'

const useStyles = makeStyles({
  devices: { overflowWrap: 'anywhere', margin: 0, padding: '8px 16px 8px 52px', listStyle: 'none', display: 'flex', flexDirection: 'column', rowGap: '4px' },
  soft: { color: tokens.colorNeutralForeground3 },
})

export interface TrustedDevicesProps {
  view: SecurityInfoView
  onChanged: () => Promise<void>
}

export function TrustedDevices({ view, onChanged }: TrustedDevicesProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const notify = useNotify()
  const offline = useOffline()
  const [asking, setAsking] = useState(false)
  const devices = view.trustedDevices
  const names = distinctNames(devices)
  const none = devices.length === 0 ? t('securityInfo.noTrustedDevices') : null
  return (
    <Section title={t('securityInfo.trustedDevices')}>
      <SettingsCard
        icon={<DesktopRegular />}
        title={t('securityInfo.restore')}
        testId="card-trusted-devices"
        state={none ?? t('securityInfo.trustedCount', { count: devices.length })}
        control={
          <Action blocked={none ?? offline} name={t('securityInfo.restoreName')} onPress={() => setAsking(true)} testId="action-restore-mfa">
            {t('securityInfo.restoreButton')}
          </Action>
        }
      >
        {devices.length > 0 && (
          <ul className={styles.devices}>
            {devices.map((device) => (
              <li key={device.id}>
                <Text>{names.get(device.id)}</Text>{' '}
                <Text className={styles.soft}>· {t('securityInfo.trustedUntil', { date: format.date(device.expiresDateTime) })}</Text>
              </li>
            ))}
          </ul>
        )}
      </SettingsCard>
      {asking && (
        <ConfirmDialog
          title={t('securityInfo.restoreTitle')}
          text={t('securityInfo.restoreText')}
          testId="dialog-restore-mfa"
          onYes={async () => {
            await restoreMfa()
            await onChanged()
          }}
          onDone={() => {
            setAsking(false)
            notify(t('securityInfo.restored'))
          }}
          onNo={() => setAsking(false)}
        />
      )}
    </Section>
  )
}
