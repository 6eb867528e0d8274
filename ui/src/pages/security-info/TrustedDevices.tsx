// Trusted devices: rename one, remove one, or restore multi-factor authentication on all of them.

import { DesktopRegular } from '@fluentui/react-icons/svg/desktop'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { forgetTrustedDevice, renameTrustedDevice } from '../../backend/renaming'
import { restoreMfa, type SecurityInfoView } from '../../backend/security-info'
import { Action } from '../../components/Action'
import { useNotify } from '../../components/notify'
import { useOffline } from '../../components/offline'
import { onDemand } from '../../components/on-demand'
import { Section } from '../../components/Section'
import { useFormats } from '../../state/format'
import { MethodCard } from './MethodCard'

const ConfirmDialog = onDemand(async () => (await import('../../components/ConfirmDialog')).ConfirmDialog)

export interface TrustedDevicesProps {
  view: SecurityInfoView
  onChanged: () => Promise<void>
}

export function TrustedDevices({ view, onChanged }: TrustedDevicesProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const notify = useNotify()
  const offline = useOffline()
  const [restoring, setRestoring] = useState(false)
  // The one in use comes first, then the newest.
  const devices = view.trustedDevices.toSorted((one, other) => Number(other.current) - Number(one.current))
  const none = devices.length === 0 ? t('securityInfo.noTrustedDevices') : null
  return (
    <Section title={t('securityInfo.trustedDevices')}>
      <MethodCard
        icon={<DesktopRegular />}
        title={t('securityInfo.restore')}
        testId="card-trusted-devices"
        state={none ?? t('securityInfo.trustedCount', { count: devices.length })}
        control={
          <Action blocked={none ?? offline} name={t('securityInfo.restoreName')} onPress={() => setRestoring(true)} testId="action-restore-mfa">
            {t('securityInfo.restoreButton')}
          </Action>
        }
        lines={devices}
        lineTestId="trusted-device"
        describe={(device) => ({
          mark: device.current && t('securityInfo.thisDevice'),
          facts: [t('securityInfo.trustedUntil', { date: format.date(device.expiresDateTime) })],
        })}
        rename={{ testId: 'action-rename-trusted', work: ({ id }, name) => renameTrustedDevice(id, name) }}
        remove={{
          words: t('securityInfo.forget'),
          testId: 'action-forget-trusted',
          dialog: 'dialog-forget-trusted',
          ask: ({ current }, name) => ({ title: t('securityInfo.forgetTitle'), text: current ? t('securityInfo.forgetCurrentText') : t('securityInfo.forgetText', { name }) }),
          work: ({ id }) => forgetTrustedDevice(id),
          done: () => t('securityInfo.forgotten'),
        }}
        onChanged={onChanged}
      />
      {restoring && (
        <ConfirmDialog
          title={t('securityInfo.restoreTitle')}
          text={t('securityInfo.restoreText')}
          testId="dialog-restore-mfa"
          onYes={async () => {
            await restoreMfa()
            await onChanged()
          }}
          onDone={() => {
            setRestoring(false)
            notify(t('securityInfo.restored'))
          }}
          onNo={() => setRestoring(false)}
        />
      )}
    </Section>
  )
}
