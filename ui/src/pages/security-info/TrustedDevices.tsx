// Trusted devices: rename one, remove one, or restore multi-factor authentication on all of them.

import { DesktopRegular } from '@fluentui/react-icons/svg/desktop'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { forgetTrustedDevice, renameTrustedDevice } from '../../backend/renaming'
import { restoreMfa, type SecurityInfoView } from '../../backend/security-info'
import { Action } from '../../components/Action'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { distinctNames } from '../../components/distinct-names'
import { useNotify } from '../../components/notify'
import { useOffline } from '../../components/offline'
import { RenameDialog } from '../../components/RenameDialog'
import { Section } from '../../components/Section'
import { SettingsCard } from '../../components/SettingsCard'
import { useFormats } from '../../state/format'
import { MethodRow, MethodRows } from './MethodRows'

type Device = SecurityInfoView['trustedDevices'][number]
type Open = { kind: 'restore' } | { kind: 'rename' | 'forget'; device: Device } | null

export interface TrustedDevicesProps {
  view: SecurityInfoView
  onChanged: () => Promise<void>
}

export function TrustedDevices({ view, onChanged }: TrustedDevicesProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const notify = useNotify()
  const offline = useOffline()
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
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
          <Action blocked={none ?? offline} name={t('securityInfo.restoreName')} onPress={() => setOpen({ kind: 'restore' })} testId="action-restore-mfa">
            {t('securityInfo.restoreButton')}
          </Action>
        }
      >
        {devices.length > 0 && (
          <MethodRows>
            {devices.map((device) => (
              <MethodRow
                key={device.id}
                name={names.get(device.id) ?? device.displayName}
                facts={[t('securityInfo.trustedUntil', { date: format.date(device.expiresDateTime) })]}
                testId="trusted-device"
              >
                <Action
                  size="small"
                  blocked={offline}
                  name={`${t('rename.action')}: ${names.get(device.id)}`}
                  onPress={() => setOpen({ kind: 'rename', device })}
                  testId="action-rename-trusted"
                >
                  {t('rename.action')}
                </Action>
                <Action
                  size="small"
                  danger
                  appearance="subtle"
                  blocked={offline}
                  name={`${t('securityInfo.forget')}: ${names.get(device.id)}`}
                  onPress={() => setOpen({ kind: 'forget', device })}
                  testId="action-forget-trusted"
                >
                  {t('securityInfo.forget')}
                </Action>
              </MethodRow>
            ))}
          </MethodRows>
        )}
      </SettingsCard>
      {open?.kind === 'restore' && (
        <ConfirmDialog
          title={t('securityInfo.restoreTitle')}
          text={t('securityInfo.restoreText')}
          testId="dialog-restore-mfa"
          onYes={async () => {
            await restoreMfa()
            await onChanged()
          }}
          onDone={() => {
            close()
            notify(t('securityInfo.restored'))
          }}
          onNo={close}
        />
      )}
      {open?.kind === 'rename' && (
        <RenameDialog
          name={open.device.displayName}
          work={async (name) => {
            await renameTrustedDevice(open.device.id, name)
            await onChanged()
          }}
          onCancel={close}
          onDone={() => {
            close()
            notify(t('rename.renamed'))
          }}
        />
      )}
      {open?.kind === 'forget' && (
        <ConfirmDialog
          danger
          title={t('securityInfo.forgetTitle')}
          text={t('securityInfo.forgetText', { name: open.device.displayName })}
          yes={t('securityInfo.forget')}
          no={t('common.cancel')}
          testId="dialog-forget-trusted"
          onYes={async () => {
            await forgetTrustedDevice(open.device.id)
            await onChanged()
          }}
          onDone={() => {
            close()
            notify(t('securityInfo.forgotten'))
          }}
          onNo={close}
        />
      )}
    </Section>
  )
}
