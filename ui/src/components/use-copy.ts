// Copying: the button confirms it for a moment.

import { useEffect, useState } from 'react'

import type { Fault } from '../backend/fault'
import { useCommand } from '../state/command'

const SHOWN_FOR = 3000

/** Copies, and shows that for three seconds. */
export function useCopy(onCopy: () => Promise<unknown>): { copied: boolean; fault: Fault | null; copy: () => void } {
  const [copied, setCopied] = useState(false)
  const { fault, run } = useCommand()
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = async () => {
    if (await run(onCopy)) setCopied(true)
  }
  return { copied, fault, copy: () => void copy() }
}
