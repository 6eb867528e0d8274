// Step 2: We've sent a text message to your phone, or: We're calling your phone.

import { useTranslation } from 'react-i18next'

import { Action } from '../../components/Action'
import { FaultBar } from '../../components/FaultBar'
import { Panel } from '../../components/Panel'
import type { PhoneVerification } from '../../components/use-phone-verification'
import { VerifyPhone, VerifyPhoneAction } from '../../components/VerifyPhone'
import { useCommand } from '../../state/command'
import type { StepFrame } from './step'

export interface PhoneStepProps extends StepFrame {
  phone: PhoneVerification
  onVerified: () => Promise<void>
  onBack: () => void
}

export function PhoneStep({ progress, blocked, onCancel, phone, onVerified, onBack }: PhoneStepProps) {
  const { t } = useTranslation()
  const completing = useCommand()
  const complete = () => completing.run(onVerified)
  const submit = async () => {
    if (await phone.goOn()) await complete()
  }
  return (
    <Panel
      heading={t(phone.sent?.way === 'voice' ? 'registration.step2Call' : 'registration.step2Text')}
      testId="step-phone-code"
      progress={progress}
      onSubmit={() => {
        if (!blocked) void submit()
      }}
      actions={
        <>
          <Action onPress={onCancel} testId="action-cancel">
            {t('common.cancel')}
          </Action>
          <Action onPress={onBack} testId="action-back">
            {t(phone.sent?.byOrganization ? 'common.back' : 'registration.correctNumber')}
          </Action>
          <VerifyPhoneAction phone={phone} blocked={blocked} busy={completing.busy} />
        </>
      }
    >
      {completing.fault && <FaultBar fault={completing.fault} />}
      <VerifyPhone phone={phone} blocked={blocked} onConfirmed={() => void complete()} />
    </Panel>
  )
}
