// Step 3: In case you lose access to the mobile app. A number counts only once its code was typed.

import { Text } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import { Action } from '../../components/Action'
import { isWholeCode } from '../../components/CodeInput'
import { FaultBar } from '../../components/FaultBar'
import { Panel } from '../../components/Panel'
import { PhoneNumberField } from '../../components/PhoneNumberField'
import type { PhoneVerification } from '../../components/use-phone-verification'
import { VerifyPhoneCode } from '../../components/VerifyPhoneCode'
import { useCommand } from '../../state/command'
import type { StepFrame } from './step'

export interface BackupPhoneStepProps extends StepFrame {
  phone: PhoneVerification
  onNext: () => Promise<void>
}

export function BackupPhoneStep({ progress, blocked, onCancel, phone, onNext }: BackupPhoneStepProps) {
  const { t } = useTranslation()
  const completing = useCommand()
  const sent = phone.sent !== null
  const missing = sent ? (isWholeCode(phone.code) ? null : t('code.incomplete')) : phone.number.national.trim() === '' ? t('phone.missing') : null
  const go = () => completing.run(onNext)
  const submit = async () => {
    if (missing || blocked) return
    if (!sent) await phone.send()
    else if (await phone.verify()) await go()
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
          <Action
            type="submit"
            appearance="primary"
            busy={phone.sending.busy || phone.verifying.busy || completing.busy}
            blocked={blocked ?? missing}
            testId={sent ? 'action-verify' : 'action-next'}
          >
            {sent ? t('common.verify') : t('common.next')}
          </Action>
        </>
      }
    >
      {fault && <FaultBar fault={fault} />}
      {sent ? (
        <VerifyPhoneCode phone={phone} blocked={blocked} />
      ) : (
        <>
          <Text>{t('registration.backupPhone')}</Text>
          <PhoneNumberField value={phone.number} onChange={phone.setNumber} autoFocus />
        </>
      )}
    </Panel>
  )
}
