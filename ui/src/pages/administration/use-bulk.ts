// Carries out one action on several people: up to a hundred in a call. All calls have one id, under which the service changes a person once,
// so that a call whose answer was lost is sent again. It can be stopped between two calls.

import { useEffect, useRef, useState } from 'react'

import { changePeople, lookAtPeople, type AdminUser, type BulkAction, type BulkFailure, type BulkResult } from '../../backend/administration'
import { toFault, type Fault } from '../../backend/fault'
import type { BulkAct } from './acts'

/** The people of one call. */
export const AT_ONCE = 100

export interface Failure {
  person: AdminUser
  fault: Fault
}

export interface Outcome {
  done: number
  failed: Failure[]
  /** The people who were not tried. */
  left: AdminUser[]
  /** Why the action ended before them; null if it was stopped, or did not. */
  endedBy: Fault | null
  /** The result is that of undoing. */
  undone: boolean
}

export type Bulk = { step: 'asks' } | { step: 'runs'; done: number } | { step: 'ended'; outcome: Outcome }

const UNDOABLE: readonly BulkAct[] = ['enable', 'disable']
export const canBeUndone = (act: BulkAct) => UNDOABLE.includes(act)

const namesOf = (people: AdminUser[]) => people.map(({ userPrincipalName }) => userPrincipalName)

export function useBulk(act: BulkAct, everybody: AdminUser[]) {
  const [bulk, setBulk] = useState<Bulk>({ step: 'asks' })
  const stopped = useRef(false)
  const [id] = useState(() => crypto.randomUUID())

  const failures = (rows: BulkFailure[]): Failure[] =>
    rows.flatMap(({ userPrincipalName, code, params }) => {
      const person = everybody.find((one) => one.userPrincipalName === userPrincipalName)
      return person ? [{ person, fault: { code, params, correlationId: null, time: Date.now() } }] : []
    })
  const change = (action: BulkAction, users: string[], reason: string) => changePeople({ action, users, bulkId: id, reason: reason.trim() || null })

  const run = async (people: AdminUser[], reason: string, doneBefore = 0) => {
    stopped.current = false
    const failed: Failure[] = []
    let endedBy: Fault | null = null
    let done = 0
    let next = 0
    while (next < people.length && !stopped.current) {
      setBulk({ step: 'runs', done: next })
      try {
        const some = people.slice(next, next + AT_ONCE)
        const result = await change(act, namesOf(some), reason)
        done += result.changed + result.unchanged
        failed.push(...failures(result.failures))
        next += some.length
      } catch (thrown) {
        endedBy = toFault(thrown)
        break
      }
    }
    setBulk({ step: 'ended', outcome: { done: doneBefore + done, failed, left: people.slice(next), endedBy, undone: false } })
  }

  const undo = async (reason: string) => {
    setBulk({ step: 'runs', done: 0 })
    try {
      const result = await change('undo', [], reason)
      setBulk({ step: 'ended', outcome: { done: result.changed, failed: failures(result.failures), left: [], endedBy: null, undone: true } })
    } catch (thrown) {
      setBulk({ step: 'ended', outcome: { done: 0, failed: [], left: [], endedBy: toFault(thrown), undone: true } })
    }
  }
  return { bulk, run, undo, stop: () => (stopped.current = true) }
}

/** What the action would change, counted by the service; null until it has answered. A person who is asked without these figures may go on. */
export function useFigures(act: BulkAct, people: AdminUser[]): BulkResult | null {
  const [figures, setFigures] = useState<BulkResult | null>(null)
  const [whom] = useState(people)
  useEffect(() => {
    let wanted = true
    const request = { action: act, users: namesOf(whom), bulkId: crypto.randomUUID(), reason: null }
    lookAtPeople(request).then(
      (answer) => wanted && setFigures(answer),
      // The same fault comes back when the action is carried out, where it is shown.
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [act, whom])
  return figures
}
