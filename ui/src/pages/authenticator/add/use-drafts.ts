// The accounts of a link or a picture before they are added. The secrets stay in Rust; the names can be edited here.

import { useCallback, useEffect, useRef, useState } from 'react'

import { addDraft, discardDraft, type AccountDraft } from '../../../backend/authenticator'
import { toFault, type Fault } from '../../../backend/fault'
import type { Found } from '../../../backend/scan'
import { needsSecondKey } from '../../../components/vault/SecondKeyAction'
import { isThere, missingParts, partsOf, type KnownPart } from '../scan/parts'

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

const nothing = { entries: [] as Entry[], refused: [] as Fault[], exports: [] as KnownPart[] }

export function useDrafts() {
  const [{ entries, refused, exports }, setKnown] = useState(nothing)
  const [reading, setReading] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const latest = useRef(0)
  const held = useRef<string[]>([])

  const hold = useCallback((ids: string[]) => {
    const dropped = held.current.filter((id) => !ids.includes(id))
    held.current = ids
    // Rust also forgets drafts by itself, so nothing waits for this.
    for (const id of dropped) void discardDraft(id).catch(() => undefined)
  }, [])

  useEffect(
    () => () => {
      latest.current = -1
      hold([])
    },
    [hold],
  )

  /** Forgets the earlier results. */
  const clear = useCallback(() => {
    latest.current += 1
    hold([])
    setKnown(nothing)
    setFault(null)
    setReading(false)
  }, [hold])

  /** Reads a source. While parts of an export are missing, the result is added to the earlier ones. */
  const read = useCallback(
    async (ask: () => Promise<Found>) => {
      const asked = ++latest.current
      setReading(true)
      setFault(null)
      try {
        const found = await ask()
        if (asked !== latest.current) {
          for (const { draftId } of found.drafts) void discardDraft(draftId).catch(() => undefined)
          return
        }
        setKnown((before) => {
          const kept = missingParts(before.exports).length > 0 && found.exports.length > 0 ? before : nothing
          // Of what is read at once Rust has passed over the same part already.
          const parts = partsOf(found)
          const repeated = parts.filter((part) => isThere(kept.exports, part))
          const dropped = repeated.flatMap(({ draftIds }) => draftIds)
          const fresh = found.drafts.filter(({ draftId }) => !dropped.includes(draftId))
          return {
            entries: [...kept.entries, ...fresh.map(entryOf)],
            refused: repeated.length > 0 ? kept.refused : [...kept.refused, ...found.refused],
            exports: [...kept.exports, ...parts.filter((part) => !repeated.includes(part))],
          }
        })
      } catch (thrown) {
        if (asked !== latest.current) return
        // Earlier parts stay if another one could not be read.
        setKnown((before) => (missingParts(before.exports).length > 0 ? before : nothing))
        setFault(toFault(thrown))
      }
      setReading(false)
    },
    [],
  )

  // The shell forgets drafts that are no longer shown.
  useEffect(() => hold(entries.map(({ draft }) => draft.draftId)), [entries, hold])

  const change = (draftId: string, change: Partial<Entry>) =>
    setKnown((before) => ({
      ...before,
      entries: before.entries.map((entry) => (entry.draft.draftId === draftId ? { ...entry, fault: null, ...change } : entry)),
    }))

  /** Adds the chosen drafts; refused ones stay, with the reason. Returns the added names, and whether all succeeded. */
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
        setKnown((before) => ({ ...before, entries: before.entries.filter((entry) => entry.draft.draftId !== draftId) }))
      } catch (thrown) {
        complete = false
        const fault = toFault(thrown)
        change(draftId, { fault })
        if (needsSecondKey(fault)) break
      }
    }
    return { names, complete }
  }

  return { entries, refused, missing: missingParts(exports), reading, fault, read, clear, change, add }
}

export type Drafts = ReturnType<typeof useDrafts>
