// Deleting an account, which asks nothing because it can be undone.

import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { deleteAccount, restoreAccount, type AccountRow } from '../../backend/authenticator'
import type { Fault } from '../../backend/fault'
import { useCommand } from '../../state/command'
import { nameOf } from './account-names'
import { afterDrawing, focusAccount } from './focus'

export interface Deletion {
  /** What can be taken back. */
  deleted: AccountRow | null
  /** `neighbour` gets the focus that the row had. */
  remove: (account: AccountRow, neighbour: string | undefined) => Promise<void>
  undo: () => void
  /** From now on it cannot be taken back here. */
  forget: () => void
  busy: boolean
  /** Why deleting or undoing did not work. */
  fault: Fault | null
}

export function useDeletion(reload: () => Promise<void>, say: (text: string) => void): Deletion {
  const { t } = useTranslation()
  const { busy, fault, run } = useCommand()
  const [deleted, setDeleted] = useState<AccountRow | null>(null)

  const remove = async (account: AccountRow, neighbour: string | undefined) => {
    const removed = await run(async () => {
      await deleteAccount(account.id)
      await reload()
    })
    if (!removed) return
    setDeleted(account)
    say(t('authenticator.deleted', { name: nameOf(account) }))
    afterDrawing(() => focusAccount(neighbour))
  }

  const undo = useCallback(() => {
    if (!deleted) return
    const restore = async () => {
      const restored = await run(async () => {
        await restoreAccount(deleted.id)
        await reload()
      })
      if (!restored) return
      setDeleted(null)
      afterDrawing(() => focusAccount(deleted.id))
    }
    void restore()
  }, [deleted, run, reload])

  const forget = useCallback(() => setDeleted(null), [])
  return { deleted, remove, undo, forget, busy, fault }
}
