// A list in pages: the first one reloads when the query changes, later ones load on demand. An answer to an older query
// is dropped.

import { useCallback, useEffect, useRef, useState } from 'react'

import { toFault, type Fault } from '../../backend/fault'

interface PageOf<Row> {
  value: Row[]
  next: string | null
  /** The number of all rows, if it is counted. */
  found?: number | null
}

interface Loaded<Row> {
  rows: Row[]
  next: string | null
  found: number
}

export interface Pages<Row> {
  /** Null until the first answer. */
  list: Loaded<Row> | null
  fault: Fault | null
  /** Another answer is loading. */
  asking: boolean
  loadMore: () => void
  reload: () => void
}

/** `ask` must keep its identity. */
export function usePages<Asked extends object, Row>(asked: Asked, ask: (request: Asked & { after?: string }) => Promise<PageOf<Row>>): Pages<Row> {
  const key = JSON.stringify(asked)
  const [round, setRound] = useState(0)
  const wish = `${round} ${key}`
  const [list, setList] = useState<Loaded<Row> | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [answered, setAnswered] = useState<string | null>(null)
  const [loadingMore, setLoadingMore] = useState(false)
  const newest = useRef(0)

  useEffect(() => {
    const number = ++newest.current
    const isNewest = () => number === newest.current
    void ask(JSON.parse(key) as Asked)
      .then(
        (page) => {
          if (!isNewest()) return
          setList({ rows: page.value, next: page.next, found: page.found ?? page.value.length })
          setFault(null)
        },
        (thrown: unknown) => {
          if (isNewest()) setFault(toFault(thrown))
        },
      )
      .finally(() => {
        if (isNewest()) setAnswered(wish)
      })
  }, [ask, key, wish])

  const more = async (before: Loaded<Row>, after: string) => {
    const number = ++newest.current
    setLoadingMore(true)
    try {
      const page = await ask({ ...asked, after })
      if (number === newest.current) setList({ rows: [...before.rows, ...page.value], next: page.next, found: before.found })
    } catch (thrown) {
      if (number === newest.current) setFault(toFault(thrown))
    } finally {
      setLoadingMore(false)
    }
  }

  const asking = answered !== wish || loadingMore
  return {
    list,
    fault,
    asking,
    loadMore: () => {
      if (list?.next && !asking) void more(list, list.next)
    },
    reload: useCallback(() => setRound((before) => before + 1), []),
  }
}

/** A text after a short pause in typing. */
export function useSettled(text: string, patience = 250): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), patience)
    return () => clearTimeout(timer)
  }, [text, patience])
  return settled
}
