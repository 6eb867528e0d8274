// Verifies a number with a text or a call; only the right code or key saves it.

import { useState } from 'react'

import { phoneVerified, startPhone, verifyPhone, type PhoneType, type VerificationStarted, type VerifyBy } from '../backend/security-info'
import { useCommand } from '../state/command'
import { systemTag } from '../state/language'
import { countryOf, stored } from './countries'
import type { TypedNumber } from './PhoneNumberField'

interface Sent extends VerificationStarted {
  way: VerifyBy
  /** The organisation set the number: the person cannot correct it. */
  byOrganization: boolean
  expires: number
  resendFrom: number
}

export function usePhoneVerification(phoneType: PhoneType, firstWay: VerifyBy = 'sms') {
  const [number, setNumber] = useState<TypedNumber>(() => ({ country: countryOf(systemTag()), national: '', extension: '' }))
  const [chosenWay, setWay] = useState(firstWay)
  const [sent, setSent] = useState<Sent | null>(null)
  const [code, setCode] = useState('')
  const [verified, setVerified] = useState<string | null>(null)
  const sending = useCommand()
  const verifying = useCommand()
  // Only the authentication phone gets texts.
  const way = phoneType === 'mobile' ? chosenWay : 'voice'
  const confirmed = sent !== null && verified === sent.verificationId

  const start = (phoneNumber: string) =>
    sending.run(async () => {
      verifying.clear()
      const started = await startPhone(phoneType, phoneNumber, way)
      const now = Date.now()
      setSent({ ...started, way, byOrganization: phoneNumber === '', expires: now + started.expiresInSeconds * 1000, resendFrom: now + started.resendInSeconds * 1000 })
      setCode('')
    })
  /** Starts with the typed number, or with the one that the organisation set. */
  const send = (byOrganization = false) =>
    start(byOrganization ? '' : stored(number.country, number.national, phoneType === 'office' ? number.extension : ''))
  /** The same number again. */
  const again = () => start(sent && !sent.byOrganization ? sent.phoneNumber : '')

  /** Also true if it was already verified and only the next action has to be repeated. */
  const verify = () =>
    verifying.run(async () => {
      sending.clear()
      if (!sent || confirmed) return
      await verifyPhone(sent.verificationId, code)
      setVerified(sent.verificationId)
    })

  /** Polls for the decision on the phone; true when the person confirmed. */
  const ask = async () => {
    if (!sent || !(await phoneVerified(sent.verificationId))) return false
    setVerified(sent.verificationId)
    return true
  }

  /** The button below: checks the code, or calls again. True when the number is verified. */
  const goOn = async () => {
    if (sent?.way !== 'voice' || confirmed) return verify()
    await again()
    return false
  }

  /** Back to the number, which stays as typed. */
  const correct = () => {
    setSent(null)
    setCode('')
    sending.clear()
    verifying.clear()
  }

  const type = (typed: TypedNumber) => {
    // An error about another number does not apply to this one.
    sending.clear()
    setNumber(typed)
  }

  return { number, setNumber: type, way, setWay, sent, confirmed, code, setCode, sending, verifying, send, again, ask, goOn, correct }
}

export type PhoneVerification = ReturnType<typeof usePhoneVerification>
