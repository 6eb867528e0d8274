// Sets up an authenticator app: scan or copy, then type the first code. Used by the wizard and the manage page.

import { Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { copySetupLink, copySetupSecret } from '../backend/security-info'
import { useSecondsLeft } from '../state/clock'
import { useFormats } from '../state/format'
import { Action } from './Action'
import { CodeInput } from './CodeInput'
import { CopyField } from './CopyField'
import { FaultBar } from './FaultBar'
import { useFieldFaults } from './field-faults'
import { Loading } from './Loading'
import { OathLimit } from './OathLimit'
import { needsSecondKey, SecondKeyAction } from './vault/SecondKeyAction'
import type { AppSetup } from './use-app-setup'

const useStyles = makeStyles({
  steps: { margin: 0, paddingLeft: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', rowGap: '20px', counterReset: 'step' },
  step: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    position: 'relative',
    paddingLeft: '36px',
    counterIncrement: 'step',
    '::before': {
      content: 'counter(step)',
      position: 'absolute',
      left: 0,
      top: '-2px',
      width: '24px',
      height: '24px',
      lineHeight: '24px',
      textAlign: 'center',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorBrandBackground2,
      color: tokens.colorBrandForeground2,
      fontWeight: tokens.fontWeightSemibold,
    },
  },
  scan: { display: 'flex', flexWrap: 'wrap', gap: '16px', alignItems: 'flex-start' },
  // A QR code is dark on light in every theme, because many scanners read nothing else.
  picture: { width: '168px', height: '168px', padding: '8px', backgroundColor: '#ffffff', borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke2}` },
  beside: { display: 'flex', flexDirection: 'column', rowGap: '8px', alignItems: 'flex-start', flexGrow: 1, flexBasis: '180px' },
  soft: { color: tokens.colorNeutralForeground3 },
  copies: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  title: { fontWeight: tokens.fontWeightSemibold },
})

export function AuthenticatorSetup({ app, blocked }: { app: AppSetup; blocked?: string | null }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const { setup, starting, adding, verifying } = app
  const left = useSecondsLeft(app.expires)
  const faults = useFieldFaults(verifying, { code: ['incorrect_code'] })
  const fault = faults.bar ?? adding.fault ?? starting.fault
  // The first field arrives with the QR code, later than the dialog's buttons. The content above it stays visible.
  const first = useRef<HTMLInputElement>(null)
  const ready = setup !== null
  useEffect(() => {
    if (ready) first.current?.focus({ preventScroll: true })
  }, [ready])

  return (
    <>
      {fault && <FaultBar fault={fault} action={needsSecondKey(adding.fault) ? <SecondKeyAction onKept={() => void app.addHere()} /> : undefined} />}
      {fault && <OathLimit fault={fault} onRoom={verifying.clear} />}
      {!setup && starting.busy && <Loading />}
      {!setup && starting.fault && (
        <Action onPress={() => void app.start()} testId="action-new-qr">
          {t('common.tryAgain')}
        </Action>
      )}
      {setup && (
        <ol className={styles.steps}>
          <li className={styles.step}>
            <Text className={styles.title}>{t('setup.open')}</Text>
            <Text className={styles.soft}>{t('setup.openHint')}</Text>
          </li>
          <li className={styles.step}>
            <Text className={styles.title}>{t('setup.scan')}</Text>
            <div className={styles.scan}>
              <img className={styles.picture} src={`data:image/svg+xml;utf8,${encodeURIComponent(setup.qrSvg)}`} alt={t('setup.qrAlt')} data-testid="setup-qr" />
              <div className={styles.beside}>
                {setup.thisComputerPossible && (
                  <Action busy={adding.busy} blocked={blocked} onPress={() => void app.addHere()} testId="action-add-to-this-computer">
                    {t('setup.thisComputer')}
                  </Action>
                )}
                <Action busy={starting.busy} blocked={blocked} onPress={() => void app.start()} testId="action-new-qr">
                  {t('setup.newQr')}
                </Action>
                <Text className={styles.soft}>{left > 0 ? t('setup.timeLeft', { time: format.duration(left) }) : t('setup.expired')}</Text>
              </div>
            </div>
            <div className={styles.copies}>
              <Text>{t('setup.cantScan')}</Text>
              <CopyField
                label={t('setup.secretKey')}
                value={setup.secretKey}
                copyName={t('setup.copySecret')}
                onCopy={() => copySetupSecret(setup.id)}
                testId="action-copy-secret"
              />
              <CopyField label={t('setup.link')} value={setup.otpauthUri} copyName={t('setup.copyLink')} onCopy={() => copySetupLink(setup.id)} testId="action-copy-link" />
            </div>
          </li>
          <li className={styles.step}>
            <Text className={styles.title}>{t('setup.type')}</Text>
            <Field label={t('setup.deviceName')} hint={t('setup.deviceNameHint')}>
              <Input input={{ ref: first }} data-testid="field-device-name" value={app.deviceName} maxLength={64} onChange={(_, { value }) => app.setDeviceName(value)} />
            </Field>
            <Field {...faults.at('code')}>
              {() => (
                <CodeInput
                  label={t('code.enter')}
                  value={app.code}
                  onChange={(typed) => {
                    faults.typed('code')
                    app.setCode(typed)
                  }}
                  wrong={verifying.fault !== null}
                />
              )}
            </Field>
          </li>
        </ol>
      )}
    </>
  )
}
