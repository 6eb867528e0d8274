// Step 3: In case you lose access to the mobile app. A number is registered only after its verification.

import { Text } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import type { Policy } from '../../backend/security-info'
import { Action } from '../../components/Action'
import { FaultBar } from '../../components/FaultBar'
import { Panel } from '../../components/Panel'
import { PhoneNumberField } from '../../components/PhoneNumberField'
import type { PhoneVerification } from '../../components/use-phone-verification'
import { VerifyPhone, VerifyPhoneAction } from '../../components/VerifyPhone'
import { VerifyBy } from '../../components/VerifyBy'
import { useCommand } from '../../state/command'
import type { StepFrame } from './step'

export interface BackupPhoneStepProps extends StepFrame {
  policy: Policy
  phone: PhoneVerification
  onNext: () => Promise<void>
}

export function BackupPhoneStep({ progress, blocked, onCancel, policy, phone, onNext }: BackupPhoneStepProps) {
  const { t } = useTranslation()
  const completing = useCommand()
  const sent = phone.sent !== null
  const missing = phone.number.national.trim() === '' ? t('phone.missing') : null
  const go = () => completing.run(onNext)
  const submit = async () => {
    if (blocked || (missing && !sent)) return
    if (!sent) await phone.send()
    else if (await phone.goOn()) await go()
  }
  const fault = completing.fault ?? (sent ? null : phone.sending.fault)
  return (
    <Panel
      heading={t('registration.step3Phone')}
      testId="step-backup-phone"
      progress={progress}
      onSubmit={() => void submit()}
      actions={
        <>
          <Action onPress={onCancel} testId="action-cancel">
            {t('common.cancel')}
          </Action>
          {sent ? (
            <Action onPress={phone.correct} testId="action-back">
              {t('registration.correctNumber')}
            </Action>
          ) : (
            <Action blocked={blocked} busy={completing.busy} onPress={() => void go()} testId="action-skip">
              {t('registration.skip')}
            </Action>
          )}
          {sent ? (
            <VerifyPhoneAction phone={phone} blocked={blocked} busy={completing.busy} />
          ) : (
            <Action type="submit" appearance="primary" busy={phone.sending.busy || completing.busy} blocked={blocked ?? missing} testId="action-next">
              {t('common.next')}
            </Action>
          )}
        </>
      }
    >
      {fault && <FaultBar fault={fault} />}
      {sent ? (
        <VerifyPhone phone={phone} blocked={blocked} onConfirmed={() => void go()} />
      ) : (
        <>
          <Text>{t('registration.backupPhone')}</Text>
          <PhoneNumberField value={phone.number} onChange={phone.setNumber} autoFocus />
          <VerifyBy phone={phone} policy={policy} />
        </>
      )}
    </Panel>
  )
}
