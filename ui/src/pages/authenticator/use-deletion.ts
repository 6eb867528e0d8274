// Deleting an account, which asks nothing because it can be undone.

import { useCallback, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { deleteAccount, restoreAccount, type AccountRow } from '../../backend/authenticator'
import { useNotify } from '../../components/notify'
import { useCommand } from '../../state/command'
import { nameOf } from './account-names'
import { afterDrawing, focusAccount } from './focus'

export interface Deletion {
  /** `neighbour` gets the focus that the row had. */
  remove: (account: AccountRow, neighbour: string | undefined) => Promise<void>
  /** Undoes the last deletion, if there was one. */
  undoLast: () => void
  /** Why deleting or undoing did not work. */
  fault: ReturnType<typeof useCommand>['fault']
}

export function useDeletion(reload: () => Promise<void>): Deletion {
  const { t } = useTranslation()
  const notify = useNotify()
  const { fault, run } = useCommand()
  const last = useRef<AccountRow | null>(null)

  const undo = useCallback(
    async (account: AccountRow) => {
      if (last.current?.id === account.id) last.current = null
      const restored = await run(async () => {
        await restoreAccount(account.id)
        await reload()
      })
      if (restored) afterDrawing(() => focusAccount(account.id))
    },
    [run, reload],
  )

  const remove = async (account: AccountRow, neighbour: string | undefined) => {
    const removed = await run(async () => {
      await deleteAccount(account.id)
      await reload()
    })
    if (!removed) return
    last.current = account
    afterDrawing(() => focusAccount(neighbour))
    notify(t('authenticator.deleted', { name: nameOf(account) }), {
      label: t('authenticator.undo'),
      onPress: () => void undo(account),
      testId: 'action-undo',
    })
  }

  const undoLast = useCallback(() => {
    if (last.current) void undo(last.current)
  }, [undo])

  return { remove, undoLast, fault }
}
