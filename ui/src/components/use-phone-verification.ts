// Verifying a number: a text goes to it or it is called, and only the right code or the right key saves it.

import { useState } from 'react'

import { phoneVerified, startPhone, verifyPhone, type PhoneType, type VerificationStarted, type VerifyBy } from '../backend/security-info'
import { useCommand } from '../state/command'
import { systemTag } from '../state/language'
import { countryOf, stored } from './countries'
import type { TypedNumber } from './PhoneNumberField'

interface Sent extends VerificationStarted {
  way: VerifyBy
  /** The organisation set the number: there is nothing about it to correct. */
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
  /** Begins with the typed number, or with the one that the organisation set. */
  const send = (byOrganization = false) =>
    start(byOrganization ? '' : stored(number.country, number.national, phoneType === 'office' ? number.extension : ''))
  /** The same number once more. */
  const again = () => start(sent && !sent.byOrganization ? sent.phoneNumber : '')

  /** True as well when it was verified before and only what follows has to be tried again. */
  const verify = () =>
    verifying.run(async () => {
      sending.clear()
      if (!sent || confirmed) return
      await verifyPhone(sent.verificationId, code)
      setVerified(sent.verificationId)
    })

  /** Asks what the phone said; true once it said yes. */
  const ask = async () => {
    if (!sent || !(await phoneVerified(sent.verificationId))) return false
    setVerified(sent.verificationId)
    return true
  }

  /** The button below: checks the code, or calls once more. True when the number is verified. */
  const goOn = async () => {
    if (sent?.way !== 'voice' || confirmed) return verify()
    await again()
    return false
  }

  /** Back to the number, which stays as it was typed. */
  const correct = () => {
    setSent(null)
    setCode('')
    sending.clear()
    verifying.clear()
  }

  const type = (typed: TypedNumber) => {
    // What was wrong with another number says nothing of this one.
    sending.clear()
    setNumber(typed)
  }

  return { number, setNumber: type, way, setWay, sent, confirmed, code, setCode, sending, verifying, send, again, ask, goOn, correct }
}

export type PhoneVerification = ReturnType<typeof usePhoneVerification>
