// The rows of the page: the newest ones, those that were loaded after them, and those that arrive later.

import { useCallback, useEffect, useRef, useState } from 'react'

import { activity, onActivityChanged, type ActivityView, type ActivityKind } from '../../backend/activity'
import { toFault, type Fault } from '../../backend/fault'

export interface Activity {
  /** Null until the first answer. */
  view: ActivityView | null
  fault: Fault | null
  busy: boolean
  loadMore: () => void
}

/** Reloads the newest page, in front of the loaded older ones. */
export function joined(newest: ActivityView, before: ActivityView | null): ActivityView {
  const last = newest.value.at(-1)
  if (!before || !last || newest.next === null) return newest
  const older = before.value.filter(({ id }) => id < last.id)
  return older.length > 0 ? { ...newest, value: [...newest.value, ...older], next: before.next } : newest
}

export function useActivity(kind: ActivityKind): Activity {
  const [of, setOf] = useState<{ kind: ActivityKind; view: ActivityView } | null>(null)
  // Rows of another kind are hidden while those of this one load.
  const view = of?.kind === kind ? of.view : null
  const [fault, setFault] = useState<Fault | null>(null)
  const [busy, setBusy] = useState(false)
  const shown = useRef(kind)

  const reload = useCallback(
    () =>
      activity(kind).then(
        (newest) => {
          if (shown.current !== kind) return
          setOf((before) => ({ kind, view: joined(newest, before?.kind === kind ? before.view : null) }))
          setFault(null)
        },
        (thrown: unknown) => {
          if (shown.current === kind) setFault(toFault(thrown))
        },
      ),
    [kind],
  )

  useEffect(() => {
    shown.current = kind
    void reload()
    let stop: (() => void) | undefined
    let closed = false
    void onActivityChanged(() => void reload()).then((ended) => {
      if (closed) ended()
      else stop = ended
    })
    return () => {
      closed = true
      stop?.()
    }
  }, [kind, reload])

  const more = async (after: string) => {
    setBusy(true)
    try {
      const page = await activity(kind, after)
      setOf((before) => (before?.kind === kind ? { kind, view: { ...before.view, value: [...before.view.value, ...page.value], next: page.next } } : before))
      setFault(null)
    } catch (thrown) {
      setFault(toFault(thrown))
    } finally {
      setBusy(false)
    }
  }
  const loadMore = () => {
    if (view?.next && !busy) void more(view.next)
  }
  return { view, fault, busy, loadMore }
}
