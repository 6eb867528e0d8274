// The second half of verifying a number, wherever that is done.

import { useTranslation } from 'react-i18next'

import { unbroken } from './countries'
import { EnterTextCode } from './EnterTextCode'
import { FaultBar } from './FaultBar'
import type { PhoneVerification } from './use-phone-verification'

export function VerifyPhoneCode({ phone, blocked }: { phone: PhoneVerification; blocked?: string | null }) {
  const { t } = useTranslation()
  const { sent, sending, verifying } = phone
  if (!sent) return null
  const fault = verifying.fault ?? sending.fault
  return (
    <>
      {fault && <FaultBar fault={fault} />}
      <EnterTextCode
        sent={t('phone.sent', { number: unbroken(sent.phoneNumber) })}
        code={phone.code}
        onCode={phone.setCode}
        expires={sent.expires}
        resendFrom={sent.resendFrom}
        onResend={() => void phone.send()}
        resending={sending.busy}
        wrong={verifying.fault !== null}
        blocked={blocked}
      />
    </>
  )
}
