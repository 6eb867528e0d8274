// Adds or changes a phone. The number is saved after its verification; until then the old one stays.

import { Text } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import type { PhoneType, Policy } from '../../backend/security-info'
import { Action } from '../../components/Action'
import { FaultBar } from '../../components/FaultBar'
import { useFieldFaults } from '../../components/field-faults'
import { FormDialog } from '../../components/FormDialog'
import { useOffline } from '../../components/offline'
import { PhoneNumberField } from '../../components/PhoneNumberField'
import { usePhoneVerification } from '../../components/use-phone-verification'
import { VerifyBy } from '../../components/VerifyBy'
import { VerifyPhone, VerifyPhoneAction } from '../../components/VerifyPhone'
import { useCommand } from '../../state/command'

export interface PhoneDialogProps {
  phoneType: PhoneType
  policy: Policy
  /** There is a number already. */
  change: boolean
  onCancel: () => void
  onDone: () => Promise<void>
}

export function PhoneDialog({ phoneType, policy, change, onCancel, onDone }: PhoneDialogProps) {
  const { t } = useTranslation()
  const offline = useOffline()
  const phone = usePhoneVerification(phoneType)
  const sent = phone.sent !== null
  const ending = useCommand()
  const faults = useFieldFaults(phone.sending, { number: ['phone_number_invalid'] })
  const missing = phone.number.national.trim() === '' ? t('phone.missing') : null
  const end = () => ending.run(onDone)
  const submit = async () => {
    if (offline || (missing && !sent)) return
    if (!sent) await phone.send()
    else if (await phone.goOn()) await end()
  }
  const name = t(`phone.named.${phoneType}`)
  return (
    <FormDialog
      height="steady"
      title={t(change ? 'phone.changeTitle' : 'phone.addTitle', { name })}
      testId="dialog-phone"
      onCancel={onCancel}
      onSubmit={() => void submit()}
      actions={
        <>
          <Action onPress={onCancel} testId="action-cancel">
            {t('common.cancel')}
          </Action>
          {sent && (
            <Action onPress={phone.correct} testId="action-back">
              {t('common.back')}
            </Action>
          )}
          {sent ? (
            <VerifyPhoneAction phone={phone} blocked={offline} busy={ending.busy} />
          ) : (
            <Action type="submit" appearance="primary" busy={phone.sending.busy} blocked={offline ?? missing} testId="action-next">
              {t('common.next')}
            </Action>
          )}
        </>
      }
    >
      {sent ? (
        <>
          {ending.fault && <FaultBar fault={ending.fault} />}
          <VerifyPhone phone={phone} blocked={offline} onConfirmed={() => void end()} />
        </>
      ) : (
        <>
          {faults.bar && <FaultBar fault={faults.bar} />}
          <Text>{t(`phone.${change ? 'change' : 'add'}${phoneType === 'mobile' ? 'Text' : 'Call'}`)}</Text>
          <PhoneNumberField value={phone.number} onChange={phone.setNumber} withExtension={phoneType === 'office'} wrong={faults.at('number')} autoFocus />
          {phoneType === 'mobile' && <VerifyBy phone={phone} policy={policy} />}
        </>
      )}
    </FormDialog>
  )
}
