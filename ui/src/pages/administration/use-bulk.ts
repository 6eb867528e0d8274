// Carries out one action on several people, one by one. It can be stopped in between, and reports the result for each.

import { useRef, useState } from 'react'

import type { AdminUser } from '../../backend/administration'
import { toFault, type Fault } from '../../backend/fault'
import { carryOut, type BulkAct } from './acts'

export interface Failure {
  person: AdminUser
  fault: Fault
}

export interface Outcome {
  done: number
  failed: Failure[]
  /** The people who were not tried. */
  left: AdminUser[]
}

export type Bulk = { step: 'asks' } | { step: 'runs'; done: number } | { step: 'ended'; outcome: Outcome }

/** An error that would occur for everyone after it. */
const endsAll = (fault: Fault) => ['step_up_required', 'insufficient_scope', 'signed_out', 'service_unreachable'].includes(fault.code)

export function useBulk(act: BulkAct) {
  const [bulk, setBulk] = useState<Bulk>({ step: 'asks' })
  const stopped = useRef(false)

  const run = async (people: AdminUser[], reason: string, doneBefore = 0) => {
    stopped.current = false
    const failed: Failure[] = []
    let done = 0
    let next = 0
    while (next < people.length && !stopped.current) {
      const person = people[next]
      if (!person) break
      setBulk({ step: 'runs', done: next })
      try {
        await carryOut(act, person.userPrincipalName, reason)
        done += 1
      } catch (thrown) {
        const fault = toFault(thrown)
        if (endsAll(fault)) {
          failed.push({ person, fault })
          next += 1
          break
        }
        failed.push({ person, fault })
      }
      next += 1
    }
    setBulk({ step: 'ended', outcome: { done: doneBefore + done, failed, left: people.slice(next) } })
  }
  return { bulk, run, stop: () => (stopped.current = true) }
}
