// Step 2: We've sent a text message to your phone.

import { useTranslation } from 'react-i18next'

import { Action } from '../../components/Action'
import { isWholeCode } from '../../components/CodeInput'
import { FaultBar } from '../../components/FaultBar'
import { Panel } from '../../components/Panel'
import type { PhoneVerification } from '../../components/use-phone-verification'
import { VerifyPhoneCode } from '../../components/VerifyPhoneCode'
import { useCommand } from '../../state/command'
import type { StepFrame } from './step'

export interface PhoneCodeStepProps extends StepFrame {
  phone: PhoneVerification
  onVerified: () => Promise<void>
  onBack: () => void
}

export function PhoneCodeStep({ progress, blocked, onCancel, phone, onVerified, onBack }: PhoneCodeStepProps) {
  const { t } = useTranslation()
  const completing = useCommand()
  const verify = async () => {
    if (isWholeCode(phone.code) && (await phone.verify())) await completing.run(onVerified)
  }
  return (
    <Panel
      heading={t('registration.step2Text')}
      testId="step-phone-code"
      progress={progress}
      onSubmit={() => {
        if (!blocked) void verify()
      }}
      actions={
        <>
          <Action onPress={onCancel} testId="action-cancel">
            {t('common.cancel')}
          </Action>
          <Action onPress={onBack} testId="action-back">
            {t('registration.correctNumber')}
          </Action>
          <Action
            type="submit"
            appearance="primary"
            busy={phone.verifying.busy || completing.busy}
            blocked={blocked ?? (isWholeCode(phone.code) ? null : t('code.incomplete'))}
            testId="action-verify"
          >
            {t('common.verify')}
          </Action>
        </>
      }
    >
      {completing.fault && <FaultBar fault={completing.fault} />}
      <VerifyPhoneCode phone={phone} blocked={blocked} />
    </Panel>
  )
}
