// The actions of rows. Rows are rendered again when these change, so they change only with the list.

import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { moveAccount, pinAccounts, type AccountRow } from '../../backend/authenticator'
import type { Running } from '../../state/command'
import type { MenuActions } from './AccountMenu'
import { nameOf } from './account-names'
import { placeBefore, reach } from './arrange'
import type { Deletion } from './use-deletion'
import { afterDrawing, focusAccount } from './focus'

export interface RowActionsNeeds {
  /** In the person's own order. */
  accounts: AccountRow[]
  /** As in the list. */
  found: AccountRow[]
  reload: () => Promise<void>
  say: (text: string) => void
  run: Running['run']
  remove: Deletion['remove']
  select: (id: string, range: boolean) => void
  onEdit: (account: AccountRow) => void
  onShowQr: (account: AccountRow) => void
}

export function useRowActions(needs: RowActionsNeeds) {
  const { t } = useTranslation()
  const now = useRef(needs)
  useEffect(() => {
    now.current = needs
  })

  const pin = useCallback(async (ids: string[], pinned: boolean) => {
    const { run, reload } = now.current
    await run(async () => {
      await pinAccounts(ids, pinned)
      await reload()
    })
  }, [])

  const move = useCallback(
    (id: string, to: number) => {
      const { accounts, found, run, reload, say } = now.current
      const account = found.find((one) => one.id === id)
      if (!account) return
      const moved = run(async () => {
        await moveAccount(id, placeBefore(accounts, found, id, to) ?? null)
        await reload()
      })
      void moved.then((done) => done && say(t('authenticator.movedAloud', { name: nameOf(account), place: to + 1, number: found.length })))
    },
    [t],
  )

  const row: MenuActions = useMemo(
    () => ({
      onEdit: (id) => {
        const account = now.current.found.find((one) => one.id === id)
        if (account) now.current.onEdit(account)
      },
      onPin: (id, pinned) => void pin([id], pinned).then(() => afterDrawing(() => focusAccount(id))),
      onShift: (id, by) => {
        const { found } = now.current
        const to = found.findIndex((one) => one.id === id) + by
        const { first, last } = reach(found, id)
        if (to >= first && to <= last) move(id, to)
      },
      onShowQr: (id) => {
        const account = now.current.found.find((one) => one.id === id)
        if (account) now.current.onShowQr(account)
      },
      onSelect: (id, range) => now.current.select(id, range),
      onDelete: (id) => {
        const { found, remove } = now.current
        const at = found.findIndex((one) => one.id === id)
        const account = found[at]
        if (account) void remove([account], (found[at + 1] ?? found[at - 1])?.id)
      },
    }),
    [pin, move],
  )
  return { row, pin, move }
}
