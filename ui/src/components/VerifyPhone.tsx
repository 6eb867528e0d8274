// The second part of verifying a number: the code of a text, or an answered call.

import { useTranslation } from 'react-i18next'

import { useSecondsLeft } from '../state/clock'
import { usePoll } from '../state/poll'
import { useRetryWait } from '../state/retry-wait'
import { Action } from './Action'
import { AgainAction } from './AgainAction'
import { CallWaiting } from './CallWaiting'
import { isWholeCode } from './CodeInput'
import { unbroken } from './unbroken'
import { EnterTextCode } from './EnterTextCode'
import { FaultBar } from './FaultBar'
import { useFieldFaults } from './field-faults'
import type { PhoneVerification } from './use-phone-verification'

/** How often to poll for the decision on the phone. */
const ASK_EVERY_SECONDS = 2

export interface VerifyPhoneProps {
  phone: PhoneVerification
  blocked?: string | null
  /** Called when the person confirmed on the phone. */
  onConfirmed: () => void
}

export function VerifyPhone({ phone, blocked, onConfirmed }: VerifyPhoneProps) {
  const { t } = useTranslation()
  const { sent, sending, verifying, confirmed } = phone
  const decides = sent !== null && (sent.way === 'voice' || sent.reply)
  const waiting = sent !== null && !confirmed && !verifying.fault && !verifying.busy && !sending.busy
  const ask = async () => {
    // For a text that cannot be answered, the poll reports only a failed delivery.
    const yes = (await phone.ask()) && decides
    if (yes) onConfirmed()
    return yes
  }
  usePoll(waiting && !blocked ? ASK_EVERY_SECONDS : null, sent?.verificationId ?? null, ask, verifying.show)
  const faults = useFieldFaults(verifying, { code: ['incorrect_code'] })
  if (!sent) return null
  const fault = faults.bar ?? sending.fault
  return (
    <>
      {fault && <FaultBar fault={fault} />}
      {sent.way === 'voice' ? (
        <CallWaiting number={sent.phoneNumber} waiting={waiting} />
      ) : (
        <EnterTextCode
          sent={t(sent.reply ? 'phone.sentToReply' : 'phone.sent', { number: unbroken(sent.phoneNumber) })}
          code={phone.code}
          onCode={(typed) => {
            faults.typed('code')
            phone.setCode(typed)
          }}
          expires={sent.expires}
          resendFrom={sent.resendFrom}
          onResend={() => void phone.again()}
          resending={sending.busy}
          wrong={verifying.fault !== null}
          fault={faults.at('code')}
          blocked={blocked}
        />
      )}
    </>
  )
}

export interface VerifyPhoneActionProps {
  phone: PhoneVerification
  blocked: string | null
  /** The action after the verification is running. */
  busy?: boolean
}

/** *Verify*, or *Call me again*. */
export function VerifyPhoneAction({ phone, blocked, busy = false }: VerifyPhoneActionProps) {
  const { t } = useTranslation()
  const { sent, sending, verifying, confirmed } = phone
  const called = sent?.way === 'voice'
  const until = useSecondsLeft(called ? sent.resendFrom : null)
  const asked = useRetryWait(sending.fault ?? verifying.fault)
  if (called && !confirmed) {
    const runs = !verifying.fault && !sending.fault
    return <AgainAction words={t('phone.callAgain')} wait={Math.max(until, asked)} blocked={blocked ?? (runs ? t('phone.answer') : null)} busy={busy || verifying.busy || sending.busy} testId="action-call-again" />
  }
  return (
    <Action
      type="submit"
      appearance="primary"
      busy={busy || verifying.busy}
      blocked={blocked ?? (isWholeCode(phone.code) || confirmed ? null : t('code.incomplete'))}
      testId={called ? 'action-call-again' : 'action-verify'}
    >
      {t(called ? 'common.next' : 'common.verify')}
    </Action>
  )
}
