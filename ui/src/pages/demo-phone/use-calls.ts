// The calls of the demo phone: all of them, and the one that rings, talks or has just ended.

import { useEffect, useState } from 'react'

import { actOnCall, onPhoneCalls, onPhoneHolders, phoneCalls, type PhoneCall } from '../../backend/demo'
import { toFault, type Fault } from '../../backend/fault'
import { useHeard } from '../../state/heard'

/** The maximum time that a phone rings. */
const RINGS = 45_000

export interface Calls {
  calls: PhoneCall[]
  /** The call on the screen. */
  present: PhoneCall | null
  close: () => void
  fault: Fault | null
}

/** Follows the calls; only those of one number if one is chosen. */
export function useCalls(chosen: string | null): Calls {
  const [calls, setCalls] = useState<PhoneCall[]>([])
  /** Calls that ended before the window opened, or that the person closed. */
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [fault, setFault] = useState<Fault | null>(null)

  useEffect(() => {
    let gone = false
    let stop: (() => void) | undefined
    const open = async () => {
      const ended = await onPhoneCalls(setCalls)
      if (gone) return ended()
      stop = ended
      const answer = await phoneCalls()
      if (gone) return
      setCalls(answer)
      setClosed(new Set(answer.filter(({ state }) => state === 'ended').map(({ id }) => id)))
    }
    open().catch((thrown: unknown) => {
      if (!gone) setFault(toFault(thrown))
    })
    return () => {
      gone = true
      stop?.()
    }
  }, [])

  useHeard(onPhoneHolders, () => void phoneCalls().then(setCalls, () => undefined))

  const mine = calls.filter(({ id, to }) => !closed.has(id) && (chosen === null || to === chosen))
  const present = mine.find(({ state }) => state !== 'ended') ?? mine.at(-1) ?? null
  const ringing = present?.state === 'ringing' ? present.id : null

  useEffect(() => {
    if (ringing === null) return
    const timer = setTimeout(() => void actOnCall(ringing, 'ignore').catch(() => undefined), RINGS)
    return () => clearTimeout(timer)
  }, [ringing])

  const close = () => setClosed(new Set([...closed, ...calls.filter(({ state }) => state === 'ended').map(({ id }) => id)]))
  return { calls, present, close, fault }
}
