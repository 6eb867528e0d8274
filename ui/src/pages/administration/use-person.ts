// One person with their present state, and the actions on them.

import { useCallback, useEffect, useRef, useState } from 'react'

import { adminActions, person, personSignIns, type AdminActionRecord, type AdminSignIn, type AdminUserDetails } from '../../backend/administration'
import { toFault, type Fault } from '../../backend/fault'

export interface PersonKnown {
  upn: string
  details: AdminUserDetails
  history: AdminActionRecord[]
  /** Null for a role that may not read the log. */
  signIns: AdminSignIn[] | null
}

export function usePerson(upn: string, readsLog: boolean) {
  const [known, setKnown] = useState<PersonKnown | null>(null)
  const [fault, setFault] = useState<{ upn: string; fault: Fault } | null>(null)
  const newest = useRef(0)

  const reload = useCallback(() => {
    const number = ++newest.current
    const ask = async () => {
      const details = await person(upn)
      const [history, signIns] = await Promise.all([adminActions({ user: upn }), readsLog ? personSignIns(upn) : null])
      return { upn, details, history: history.value, signIns: signIns?.value ?? null }
    }
    return ask().then(
      (answer) => {
        if (number !== newest.current) return
        setKnown(answer)
        setFault(null)
      },
      (thrown: unknown) => {
        if (number === newest.current) setFault({ upn, fault: toFault(thrown) })
      },
    )
  }, [upn, readsLog])

  useEffect(() => {
    void reload()
  }, [reload])

  // Data of another person is not shown for this one.
  return { known: known?.upn === upn ? known : null, fault: fault?.upn === upn ? fault.fault : null, reload }
}
