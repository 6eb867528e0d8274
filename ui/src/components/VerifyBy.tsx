// The method of a verification: a text with a code, or a call. A method that is not allowed is readable and explains
// why.

import { Field, RadioGroup } from '@fluentui/react-components'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

import type { Policy, VerifyBy as Way } from '../backend/security-info'
import { ChoiceRow } from './ChoiceRow'
import type { PhoneVerification } from './use-phone-verification'

export function VerifyBy({ phone, policy }: { phone: PhoneVerification; policy: Policy }) {
  const { t } = useTranslation()
  const { textMessageToPhone, callToPhone } = policy.verificationMethods
  const { way, setWay } = phone
  useEffect(() => {
    if (way === 'sms' && !textMessageToPhone && callToPhone) setWay('voice')
  }, [way, setWay, textMessageToPhone, callToPhone])
  const reason = (allowed: boolean) => (allowed ? null : t('methods.notAllowed'))
  return (
    <Field label={t('registration.method')}>
      <RadioGroup value={way} onChange={(_, { value }) => setWay(value as Way)}>
        <ChoiceRow value="sms" label={t('registration.byText')} reason={reason(textMessageToPhone)} />
        <ChoiceRow value="voice" label={t('registration.callMe')} reason={reason(callToPhone)} />
      </RadioGroup>
    </Field>
  )
}
