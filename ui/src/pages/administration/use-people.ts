// The people that fit what is asked for: the first page, and those behind it. An answer to an older question is dropped.

import { useCallback, useEffect, useRef, useState } from 'react'

import { people, type AdminUser, type AskedPeople } from '../../backend/administration'
import { toFault, type Fault } from '../../backend/fault'

/** More rows than this are no list that anybody reads. */
export const MOST_ROWS = 2000

interface Found {
  rows: AdminUser[]
  found: number
  next: string | null
}

export interface PeopleFound {
  /** Null until the first answer. */
  list: Found | null
  fault: Fault | null
  /** Another answer is on its way. */
  asking: boolean
  loadMore: () => void
  reload: () => void
}

export function usePeople(asked: AskedPeople): PeopleFound {
  const key = JSON.stringify(asked)
  const [list, setList] = useState<Found | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [asking, setAsking] = useState(true)
  const [round, setRound] = useState(0)
  const newest = useRef(0)

  const ask = useCallback(async (request: AskedPeople, before: Found | null) => {
    const number = ++newest.current
    setAsking(true)
    try {
      const page = await people(before?.next ? { ...request, after: before.next } : request)
      if (number !== newest.current) return
      setList({ rows: [...(before?.rows ?? []), ...page.value], found: page.found ?? before?.found ?? page.value.length, next: page.next })
      setFault(null)
    } catch (thrown) {
      if (number === newest.current) setFault(toFault(thrown))
    } finally {
      if (number === newest.current) setAsking(false)
    }
  }, [])

  useEffect(() => {
    void ask(JSON.parse(key) as AskedPeople, null)
  }, [ask, key, round])

  return {
    list,
    fault,
    asking,
    loadMore: () => {
      if (list?.next && !asking) void ask(asked, list)
    },
    reload: useCallback(() => setRound((before) => before + 1), []),
  }
}

/** A text once nothing more is typed for a moment. */
export function useSettled(text: string, patience = 250): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), patience)
    return () => clearTimeout(timer)
  }, [text, patience])
  return settled
}
