// Deletes accounts without a question, because that can be undone.

import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { deleteAccounts, restoreAccounts, type AccountRow } from '../../backend/authenticator'
import type { Fault } from '../../backend/fault'
import { useCommand } from '../../state/command'
import { deletedWords } from './account-names'
import { afterDrawing, focusAccount } from './focus'

export interface Deletion {
  /** The deletion that can be undone. */
  deleted: AccountRow[]
  /** `neighbour` gets the focus of the row. */
  remove: (accounts: AccountRow[], neighbour: string | undefined) => Promise<boolean>
  /** They were deleted in another part of the page, and can be undone here. */
  wereDeleted: (accounts: AccountRow[]) => void
  undo: () => void
  /** From now on it cannot be undone here. */
  forget: () => void
  busy: boolean
  /** Why deleting or undoing failed. */
  fault: Fault | null
}

const none: AccountRow[] = []

export function useDeletion(reload: () => Promise<void>, say: (text: string) => void): Deletion {
  const { t } = useTranslation()
  const { busy, fault, run } = useCommand()
  const [deleted, setDeleted] = useState(none)

  const wereDeleted = (accounts: AccountRow[]) => {
    setDeleted(accounts)
    say(deletedWords(t, accounts))
  }
  const remove = async (accounts: AccountRow[], neighbour: string | undefined) => {
    const removed = await run(async () => {
      await deleteAccounts(accounts.map(({ id }) => id))
      await reload()
    })
    if (!removed) return false
    wereDeleted(accounts)
    afterDrawing(() => focusAccount(neighbour))
    return true
  }

  const undo = useCallback(() => {
    if (deleted.length === 0) return
    const restore = async () => {
      const restored = await run(async () => {
        await restoreAccounts(deleted.map(({ id }) => id))
        await reload()
      })
      if (!restored) return
      setDeleted(none)
      afterDrawing(() => focusAccount(deleted[0]?.id))
    }
    void restore()
  }, [deleted, run, reload])

  const forget = useCallback(() => setDeleted(none), [])
  return { deleted, remove, wereDeleted, undo, forget, busy, fault }
}
