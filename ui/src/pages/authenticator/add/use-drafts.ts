// What a link or a picture would add. The seeds wait in Rust; names can be changed here before they are added.

import { useCallback, useEffect, useRef, useState } from 'react'

import { addDraft, discardDraft, type AccountDraft } from '../../../backend/authenticator'
import { toFault, type Fault } from '../../../backend/fault'

export interface Entry {
  draft: AccountDraft
  issuer: string
  account: string
  chosen: boolean
  fault: Fault | null
}

function entryOf(draft: AccountDraft): Entry {
  return { draft, issuer: draft.issuer, account: draft.account, chosen: !draft.alreadyThere, fault: null }
}

export function useDrafts() {
  const [entries, setEntries] = useState<Entry[]>([])
  const [reading, setReading] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const latest = useRef(0)
  const held = useRef<string[]>([])

  const hold = useCallback((ids: string[]) => {
    const dropped = held.current.filter((id) => !ids.includes(id))
    held.current = ids
    // Rust forgets drafts by itself as well; nobody waits for this.
    for (const id of dropped) void discardDraft(id).catch(() => undefined)
  }, [])

  useEffect(
    () => () => {
      latest.current = -1
      hold([])
    },
    [hold],
  )

  /** Forgets what was read before. */
  const clear = useCallback(() => {
    latest.current += 1
    hold([])
    setEntries([])
    setFault(null)
    setReading(false)
  }, [hold])

  const read = useCallback(
    async (ask: () => Promise<AccountDraft[]>) => {
      const asked = ++latest.current
      setReading(true)
      setFault(null)
      try {
        const drafts = await ask()
        const ids = drafts.map(({ draftId }) => draftId)
        if (asked !== latest.current) {
          for (const id of ids) void discardDraft(id).catch(() => undefined)
          return
        }
        hold(ids)
        setEntries(drafts.map(entryOf))
      } catch (thrown) {
        if (asked !== latest.current) return
        hold([])
        setEntries([])
        setFault(toFault(thrown))
      }
      setReading(false)
    },
    [hold],
  )

  const change = (draftId: string, change: Partial<Entry>) =>
    setEntries((before) => before.map((entry) => (entry.draft.draftId === draftId ? { ...entry, fault: null, ...change } : entry)))

  /** Adds what is chosen; what is refused stays, with the reason. Answers the names added, and whether all went well. */
  const add = async (): Promise<{ names: string[]; complete: boolean }> => {
    const names: string[] = []
    let complete = true
    for (const { draft, issuer, account, chosen } of entries) {
      if (!chosen) continue
      const { draftId } = draft
      try {
        const row = await addDraft(draftId, issuer.trim(), account.trim())
        names.push(row.issuer || row.account)
        held.current = held.current.filter((id) => id !== draftId)
        setEntries((before) => before.filter((entry) => entry.draft.draftId !== draftId))
      } catch (thrown) {
        complete = false
        change(draftId, { fault: toFault(thrown) })
      }
    }
    return { names, complete }
  }

  return { entries, reading, fault, read, clear, change, add }
}

export type Drafts = ReturnType<typeof useDrafts>
