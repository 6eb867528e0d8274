// Step 2 of notifications: the device is activated, then a test request is approved on it.

import { Text } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import { Action } from '../../components/Action'
import { Panel } from '../../components/Panel'
import { PushDeviceSetup } from '../../components/PushDeviceSetup'
import { usePushSetup } from '../../components/use-push-setup'
import type { StepFrame } from './step'

export interface NotificationStepProps extends StepFrame {
  onVerified: () => Promise<void>
  onBack: () => void
}

export function NotificationStep({ progress, blocked, onCancel, onVerified, onBack }: NotificationStepProps) {
  const { t } = useTranslation()
  const push = usePushSetup({ onDone: onVerified })
  const verified = push.state?.state === 'verified'
  return (
    <Panel
      heading={t('push.step2')}
      testId="step-notification"
      progress={progress}
      onSubmit={() => {
        if (verified) void push.finish()
      }}
      actions={
        <>
          <Action onPress={onCancel} testId="action-cancel">
            {t('common.cancel')}
          </Action>
          <Action onPress={onBack} testId="action-back">
            {t('common.back')}
          </Action>
          <Action type="submit" appearance="primary" busy={push.finishing.busy} blocked={blocked ?? (verified ? null : t('push.stillWaiting'))} testId="action-next">
            {t('common.next')}
          </Action>
        </>
      }
    >
      <Text>{t('registration.notifications')}</Text>
      <PushDeviceSetup push={push} blocked={blocked} />
    </Panel>
  )
}
