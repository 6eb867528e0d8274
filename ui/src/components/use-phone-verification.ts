// Verifying a number: it is sent, a code is typed, and only the right code saves it.

import { useRef, useState } from 'react'

import { startPhone, verifyPhone, type PhoneType, type VerificationStarted } from '../backend/security-info'
import { useCommand } from '../state/command'
import { countryOf, stored } from './countries'
import type { TypedNumber } from './PhoneNumberField'

/** The service welcomes another text no sooner. */
const RESEND_AFTER = 30_000

interface Sent extends VerificationStarted {
  expires: number
  resendFrom: number
}

export function usePhoneVerification(phoneType: PhoneType) {
  const [number, setNumber] = useState<TypedNumber>(() => ({ country: countryOf(navigator.language), national: '' }))
  const [sent, setSent] = useState<Sent | null>(null)
  const [code, setCode] = useState('')
  const verified = useRef<string | null>(null)
  const sending = useCommand()
  const verifying = useCommand()

  const send = () =>
    sending.run(async () => {
      verifying.clear()
      const started = await startPhone(phoneType, stored(number.country, number.national), 'sms')
      const now = Date.now()
      setSent({ ...started, expires: now + started.expiresInSeconds * 1000, resendFrom: now + RESEND_AFTER })
      setCode('')
    })

  /** True as well when it was verified before and only what follows has to be tried again. */
  const verify = () =>
    verifying.run(async () => {
      sending.clear()
      if (!sent || verified.current === sent.verificationId) return
      await verifyPhone(sent.verificationId, code)
      verified.current = sent.verificationId
    })

  /** Back to the number, which stays as it was typed. */
  const correct = () => {
    setSent(null)
    setCode('')
    sending.clear()
    verifying.clear()
  }

  return { number, setNumber, sent, code, setCode, sending, verifying, send, verify, correct }
}

export type PhoneVerification = ReturnType<typeof usePhoneVerification>
