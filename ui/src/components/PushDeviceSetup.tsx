// Sets up a device for notifications: scan or type the code there, then approve a test request. Used by the wizard and
// the manage page.

import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import { copyPushSetup, type PushSetup } from '../backend/approvals'
import { useSecondsLeft } from '../state/clock'
import { useFormats } from '../state/format'
import { Action } from './Action'
import { CopyField } from './CopyField'
import { FaultBar } from './FaultBar'
import { Loading } from './Loading'
import { NumberToMatch } from './NumberToMatch'
import type { PushSetupInProgress } from './use-push-setup'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', rowGap: '16px' },
  scan: { display: 'flex', flexWrap: 'wrap', gap: '16px', alignItems: 'flex-start' },
  // A QR code is dark on light in every theme, because many scanners read nothing else.
  picture: { width: '168px', height: '168px', padding: '8px', backgroundColor: '#ffffff', borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke2}` },
  beside: { display: 'flex', flexDirection: 'column', rowGap: '8px', alignItems: 'flex-start', flexGrow: 1, flexBasis: '180px' },
  soft: { color: tokens.colorNeutralForeground3 },
  waiting: { display: 'flex', alignItems: 'center', columnGap: '8px', color: tokens.colorNeutralForeground3 },
})

export function PushDeviceSetup({ push, blocked = null }: { push: PushSetupInProgress; blocked?: string | null }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { setup, state, starting, activating, testing, finishing } = push
  const fault = finishing.fault ?? testing.fault ?? activating.fault ?? starting.fault
  return (
    <div className={styles.column} data-testid="push-setup">
      {fault && <FaultBar fault={fault} />}
      {!setup && starting.busy && <Loading />}
      {!setup && starting.fault && (
        <Action onPress={() => void push.start()} testId="action-new-qr">
          {t('common.tryAgain')}
        </Action>
      )}
      {setup && (state?.state === 'activated' || state?.state === 'verified' ? <Test push={push} blocked={blocked} /> : <Scan push={push} setup={setup} blocked={blocked} />)}
    </div>
  )
}

function Scan({ push, setup, blocked }: { push: PushSetupInProgress; setup: PushSetup; blocked: string | null }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const left = useSecondsLeft(push.expires)
  const expired = left === 0 || push.state?.state === 'expired'
  return (
    <>
      <Text>{t('push.scan')}</Text>
      <div className={styles.scan}>
        <img className={styles.picture} src={`data:image/svg+xml;utf8,${encodeURIComponent(setup.qrSvg)}`} alt={t('push.qrAlt')} data-testid="push-qr" />
        <div className={styles.beside}>
          <Action busy={push.activating.busy} blocked={blocked ?? (expired ? t('push.expired') : null)} onPress={() => void push.addHere()} testId="action-use-this-computer">
            {t('push.useThisComputer')}
          </Action>
          <Action busy={push.starting.busy} blocked={blocked} onPress={() => void push.start()} testId="action-new-qr">
            {t('setup.newQr')}
          </Action>
          <Text className={styles.soft} data-testid="push-time-left">
            {expired ? t('push.expired') : t('setup.timeLeft', { time: format.duration(left) })}
          </Text>
        </div>
      </div>
      <Text>{t('setup.cantScan')}</Text>
      <CopyField label={t('push.code')} value={setup.activationCode} copyName={t('push.copyCode')} onCopy={() => copyPushSetup(setup.id, 'code')} testId="action-copy-activation-code" />
      <CopyField label={t('push.url')} value={setup.activationUrl} copyName={t('push.copyUrl')} onCopy={() => copyPushSetup(setup.id, 'url')} testId="action-copy-activation-url" />
      <Action onPress={() => void copyPushSetup(setup.id, 'link').catch(() => undefined)} appearance="subtle" testId="action-copy-activation-link">
        {t('push.copyLink')}
      </Action>
      {!expired && (
        <span className={styles.waiting} role="status">
          <Spinner size="extra-tiny" aria-hidden />
          {t('push.waiting')}
        </span>
      )}
    </>
  )
}

/** The result of a test; every one that was not approved can be sent again. */
const OUTCOMES = { user_declined: 'declined', fraud_reported: 'declined', number_mismatch: 'mismatch', push_no_response: 'noResponse', push_not_delivered: 'noResponse', superseded: 'noResponse' } as const

function Test({ push, blocked }: { push: PushSetupInProgress; blocked: string | null }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const { state, test, testing } = push
  const left = useSecondsLeft(test?.until ?? null)
  if (state?.state === 'verified') return <Text role="status">{t('push.configured')}</Text>
  const outcome = state?.testOutcome && state.testOutcome !== 'approved' ? OUTCOMES[state.testOutcome] : test && left === 0 ? 'noResponse' : null
  return (
    <>
      <Text>{t('push.used', { name: state?.deviceName ?? '' })}</Text>
      {test && outcome === null && (
        <>
          <Text>{t('push.typeThere', { name: state?.deviceName ?? '' })}</Text>
          <NumberToMatch number={test.number} account={null} />
          <span className={styles.waiting} role="status">
            <Spinner size="extra-tiny" aria-hidden />
            {t('push.waitingForApproval', { time: format.countdown(left) })}
          </span>
        </>
      )}
      {outcome && <Text role="status">{t(`push.outcomes.${outcome}`)}</Text>}
      <div>
        <Action busy={testing.busy} blocked={blocked ?? (outcome === null && test ? t('push.stillWaiting') : null)} onPress={() => void push.sendTest()} testId="action-send-test">
          {t('push.sendAgain')}
        </Action>
      </div>
    </>
  )
}
