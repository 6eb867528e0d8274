// The codes of the rendered rows, requested together once per step, with the window's clock. Counter-based codes are
// requested one by one.

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

import { codes as askCodes, nextHotpCode, type AccountRow, type CodeRow } from '../../backend/authenticator'
import { toFault, type Fault } from '../../backend/fault'
import { alignClock, hearClock } from '../../state/clock'

/** From here on the next code is shown: a person who starts to type now would be too late with this one. */
const NEARLY_OVER = 10_000
const ASK_AGAIN_AFTER = 5000

type Codes = ReadonlyMap<string, CodeRow>
const none: Codes = new Map()

export interface ShownCodes {
  codes: Codes
  /** The end of the present step for each period. */
  until: ReadonlyMap<number, number>
  /** The periods whose step is nearly over. */
  nearlyOver: ReadonlySet<number>
  /** Why the codes could not be made. */
  fault: Fault | null
  askNext: (id: string) => Promise<void>
}

/** `seen` are the accounts whose codes are visible. */
export function useCodes(seen: AccountRow[]): ShownCodes {
  const [timed, setTimed] = useState(none)
  const [counted, setCounted] = useState(none)
  const [fault, setFault] = useState<Fault | null>(null)
  const wanted = useRef<string[]>([])
  const asker = useRef<ReturnType<typeof startAsking>>(undefined)

  const ids = seen.filter(({ kind }) => kind !== 'hotp').map(({ id }) => id)
  const key = ids.join(' ')
  const any = ids.length > 0
  useEffect(() => {
    wanted.current = key === '' ? [] : key.split(' ')
    asker.current?.look()
  }, [key])

  useEffect(() => {
    if (!any) return
    const asking = startAsking(wanted, setTimed, setFault)
    asker.current = asking
    asking.look()
    return () => {
      asker.current = undefined
      asking.stop()
    }
  }, [any])

  const until = useMemo(() => {
    const ends = new Map<number, number>()
    for (const { id, period } of seen) {
      const end = timed.get(id)?.validUntil
      if (period && end) ends.set(period, end)
    }
    return ends
  }, [seen, timed])

  const askNext = useCallback(async (id: string) => {
    const row = await nextHotpCode(id)
    setCounted((before) => new Map(before).set(id, row))
  }, [])

  const codes = useMemo(() => new Map([...timed, ...counted]), [timed, counted])
  return { codes, until, nearlyOver: useNearlyOver(until), fault, askNext }
}

/** Requests codes at the end of a step, and at once for rows that become visible. One request at a time. */
function startAsking(wanted: { current: string[] }, onCodes: (codes: Codes) => void, onFault: (fault: Fault | null) => void) {
  let had: ReadonlySet<string> = new Set()
  let closed = false
  let asking = false
  let from = -Infinity
  let until = Infinity

  const ask = async () => {
    asking = true
    const asked = wanted.current
    try {
      const answer = await askCodes(asked)
      if (closed) return
      had = new Set(asked)
      from = Math.max(...answer.map(({ validFrom }) => validFrom ?? -Infinity))
      until = Math.min(...answer.map(({ validUntil }) => validUntil ?? Infinity))
      if (Number.isFinite(until)) alignClock(until)
      onCodes(new Map(answer.map((row) => [row.id, row])))
      onFault(null)
    } catch (thrown) {
      if (closed) return
      had = new Set(asked)
      from = -Infinity
      until = Date.now() + ASK_AGAIN_AFTER
      onFault(toFault(thrown))
    } finally {
      asking = false
    }
    // The list may have scrolled in the meantime.
    look()
  }
  const look = () => {
    if (!closed && !asking && wanted.current.some((id) => !had.has(id))) void ask()
  }
  const stopHearing = hearClock((now) => {
    // The computer's clock may have been set back; then these codes are in the future.
    if (!asking && wanted.current.length > 0 && (now >= until || now < from - 1000)) void ask()
  })
  return {
    look,
    stop: () => {
      closed = true
      stopHearing()
    },
  }
}

/** Renders once a step and not every second: a new step is not nearly over, in spite of the state of the one before. */
function useNearlyOver(until: ReadonlyMap<number, number>): ReadonlySet<number> {
  const [over, setOver] = useState<ReadonlyMap<number, number>>(new Map())
  useEffect(() => {
    if (until.size === 0) return
    const look = (now: number) => {
      const next = new Map([...until].filter(([, end]) => end - now <= NEARLY_OVER))
      setOver((before) => (before.size === next.size && [...next].every(([period, end]) => before.get(period) === end) ? before : next))
    }
    look(Date.now())
    return hearClock(look)
  }, [until])
  return useMemo(() => new Set([...over].filter(([period, end]) => until.get(period) === end).map(([period]) => period)), [over, until])
}
