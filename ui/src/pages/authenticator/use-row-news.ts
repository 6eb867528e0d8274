// Messages in a row for a while: its code was copied, or an action failed.

import { useCallback, useEffect, useState } from 'react'

import { copyCode } from '../../backend/authenticator'
import { toFault, type Fault } from '../../backend/fault'

const SHOWN_FOR = 5000

export interface RowNews {
  id: string
  /** The failed action; null if the code was copied. */
  fault: Fault | null
}

/** `onCopied` and `report` keep their identity while this does. */
export function useRowNews(onCopied: () => void) {
  const [news, setNews] = useState<RowNews | null>(null)

  useEffect(() => {
    if (!news || news.fault) return
    const timer = setTimeout(() => setNews(null), SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [news])

  const copy = useCallback(
    async (id: string, next: boolean) => {
      try {
        await copyCode(id, next)
        setNews({ id, fault: null })
        onCopied()
      } catch (thrown) {
        setNews({ id, fault: toFault(thrown) })
      }
    },
    [onCopied],
  )

  const report = useCallback((id: string, thrown: unknown) => setNews({ id, fault: toFault(thrown) }), [])
  return { news, copy, report }
}
