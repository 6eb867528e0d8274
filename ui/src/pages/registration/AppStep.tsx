// Step 2: Enter the verification code from the mobile app.

import { useTranslation } from 'react-i18next'

import { Action } from '../../components/Action'
import { AuthenticatorSetup } from '../../components/AuthenticatorSetup'
import { isWholeCode } from '../../components/CodeInput'
import { Panel } from '../../components/Panel'
import { useAppSetup } from '../../components/use-app-setup'
import type { StepFrame } from './step'

export interface AppStepProps extends StepFrame {
  onVerified: () => Promise<void>
  onBack: () => void
}

export function AppStep({ progress, blocked, onCancel, onVerified, onBack }: AppStepProps) {
  const { t } = useTranslation()
  const app = useAppSetup({ onDone: onVerified })
  return (
    <Panel
      heading={t('registration.step2App')}
      testId="step-app"
      progress={progress}
      onSubmit={() => {
        if (!blocked && isWholeCode(app.code)) void app.verify()
      }}
      actions={
        <>
          <Action onPress={onCancel} testId="action-cancel">
            {t('common.cancel')}
          </Action>
          <Action onPress={onBack} testId="action-back">
            {t('common.back')}
          </Action>
          <Action
            type="submit"
            appearance="primary"
            busy={app.verifying.busy}
            blocked={blocked ?? (isWholeCode(app.code) ? null : t('code.incomplete'))}
            testId="action-verify"
          >
            {t('common.verify')}
          </Action>
        </>
      }
    >
      <AuthenticatorSetup app={app} blocked={blocked} />
    </Panel>
  )
}
