// The steps on the device that gets the new app password, with the organization's servers.

import { Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { copyText } from '../../backend/app'
import { appleProfile, deviceSetup, thunderbirdCode, type DeviceCode, type DeviceSetup, type MailServer } from '../../backend/app-passwords'
import { CopyField } from '../../components/CopyField'
import { FaultBar } from '../../components/FaultBar'
import { useAway } from '../../components/use-away'
import { useCommand } from '../../state/command'
import { useView } from '../../state/view'

const devices = ['other', 'apple', 'thunderbird', 'android', 'outlook'] as const
type Device = (typeof devices)[number]

const codeOf = { apple: appleProfile, android: thunderbirdCode } as const
const hasCode = (device: Device): device is keyof typeof codeOf => device in codeOf

const useStyles = makeStyles({
  steps: { margin: 0, paddingInlineStart: '24px', lineHeight: tokens.lineHeightBase300 },
  servers: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  code: { width: '240px', height: '240px', alignSelf: 'center', flexShrink: 0 },
})

/** A code holds the password, so it is shown no longer than this. */
const SHOWN_FOR = 60_000

export function DeviceSteps({ id, onCode }: { id: string; onCode: () => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { view: setup } = useView<DeviceSetup>(deviceSetup)
  const [device, setDevice] = useState<Device>('other')
  const [code, setCode] = useState<DeviceCode | null>(null)
  const making = useCommand()
  const away = useAway()
  useEffect(() => {
    if (!code) return
    const timer = setTimeout(() => setCode(null), SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [code])
  if (!setup) return null
  const hasMail = setup.incoming !== null && setup.outgoing !== null
  const choices = devices.filter((one) => one === 'other' || hasMail || (one === 'apple' && (setup.calendarServer ?? setup.wifiNetwork) !== null))
  return (
    <>
      {choices.length > 1 && (
        <Field label={t('deviceSetup.device')}>
          <Select
            data-testid="field-device"
            value={device}
            onChange={(_, { value }) => {
              setDevice(value as Device)
              setCode(null)
              making.clear()
            }}
          >
            {choices.map((one) => (
              <option key={one} value={one}>
                {t(`deviceSetup.devices.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <ol className={styles.steps} data-testid="device-steps">
        <li>{t(`deviceSetup.steps.${device}.first`)}</li>
        <li>{t(`deviceSetup.steps.${device}.second`)}</li>
        <li>{t(`deviceSetup.steps.${device}.third`)}</li>
      </ol>
      {making.fault && <FaultBar fault={making.fault} />}
      {hasCode(device) && !code && (
        <Button
          disabledFocusable={making.busy}
          data-testid="action-show-device-code"
          onClick={() => 
            void making.run(async () => {
              setCode(await codeOf[device](id))
              onCode()
            })
          }
        >
          {t('deviceSetup.showCode')}
        </Button>
      )}
      {code && !away && (
        <>
          <img className={styles.code} alt={t('deviceSetup.code')} src={`data:image/svg+xml,${encodeURIComponent(code.svg)}`} data-testid="device-code" />
          <Text size={200}>{t('deviceSetup.codeHint')}</Text>
        </>
      )}
      {device === 'other' && (
        <div className={styles.servers}>
          <Server label={t('deviceSetup.userName')} value={setup.userName} testId="copy-user-name" />
          {setup.incoming && <Server label={t('deviceSetup.incoming')} value={mailWords(setup.incoming)} testId="copy-incoming" />}
          {setup.outgoing && <Server label={t('deviceSetup.outgoing')} value={mailWords(setup.outgoing)} testId="copy-outgoing" />}
          {setup.calendarServer && <Server label={t('deviceSetup.calendar')} value={`https://${setup.calendarServer}`} testId="copy-calendar" />}
          {setup.vpnServer && <Server label={t('deviceSetup.vpn')} value={setup.vpnServer} testId="copy-vpn" />}
          {setup.wifiNetwork && <Server label={t('deviceSetup.wifi')} value={setup.wifiNetwork} testId="copy-wifi" />}
        </div>
      )}
    </>
  )
}

/** `imap.contoso.example:993 (IMAP, TLS)` */
const mailWords = ({ protocol, host, port, security }: MailServer) => `${host}:${port} (${protocol.toUpperCase()}, ${security === 'tls' ? 'TLS' : 'STARTTLS'})`

function Server({ label, value, testId }: { label: string; value: string; testId: string }) {
  const { t } = useTranslation()
  return <CopyField label={label} value={value} onCopy={() => copyText(value)} copyName={t('deviceSetup.copy', { what: label })} testId={testId} />
}
