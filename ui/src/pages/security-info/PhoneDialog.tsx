// Adds or changes a phone. The number is saved only when its code was right; until then the old one stays.

import { Text } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import type { PhoneType } from '../../backend/security-info'
import { Action } from '../../components/Action'
import { isWholeCode } from '../../components/CodeInput'
import { FaultBar } from '../../components/FaultBar'
import { FormDialog } from '../../components/FormDialog'
import { useOffline } from '../../components/offline'
import { PhoneNumberField } from '../../components/PhoneNumberField'
import { usePhoneVerification } from '../../components/use-phone-verification'
import { VerifyPhoneCode } from '../../components/VerifyPhoneCode'

export interface PhoneDialogProps {
  phoneType: PhoneType
  /** There is a number already. */
  change: boolean
  onCancel: () => void
  onDone: () => Promise<void>
}

export function PhoneDialog({ phoneType, change, onCancel, onDone }: PhoneDialogProps) {
  const { t } = useTranslation()
  const offline = useOffline()
  const phone = usePhoneVerification(phoneType)
  const sent = phone.sent !== null
  const missing = sent ? (isWholeCode(phone.code) ? null : t('code.incomplete')) : phone.number.national.trim() === '' ? t('phone.missing') : null
  const submit = async () => {
    if (missing || offline) return
    if (!sent) await phone.send()
    else if (await phone.verify()) await onDone()
  }
  const name = t(`phone.types.${phoneType}`)
  return (
    <FormDialog
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
          <Action
            type="submit"
            appearance="primary"
            busy={phone.sending.busy || phone.verifying.busy}
            blocked={offline ?? missing}
            testId={sent ? 'action-verify' : 'action-next'}
          >
            {sent ? t('common.verify') : t('common.next')}
          </Action>
        </>
      }
    >
      {sent ? (
        <VerifyPhoneCode phone={phone} blocked={offline} />
      ) : (
        <>
          {phone.sending.fault && <FaultBar fault={phone.sending.fault} />}
          <Text>{t(change ? 'phone.changeText' : 'phone.addText')}</Text>
          <PhoneNumberField value={phone.number} onChange={phone.setNumber} autoFocus />
        </>
      )}
    </FormDialog>
  )
}
