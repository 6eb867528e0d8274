// The open vault: the accounts with their codes, and what can be done with them.

import { AddRegular } from '@fluentui/react-icons/svg/add'
import { KeyMultipleRegular } from '@fluentui/react-icons/svg/key-multiple'
import { SearchRegular } from '@fluentui/react-icons/svg/search'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { authenticator, onAuthenticatorChanged, type AccountRow } from '../../backend/authenticator'
import { lockVault } from '../../backend/vault'
import { Action } from '../../components/Action'
import { EmptyState } from '../../components/EmptyState'
import { FaultBar } from '../../components/FaultBar'
import { Loading } from '../../components/Loading'
import { useNotify } from '../../components/notify'
import { useCommand } from '../../state/command'
import { useView } from '../../state/view'
import { matching } from './account-names'
import { AccountList } from './AccountList'
import { AddAccountDialog } from './add/AddAccountDialog'
import { useOffered, type Offered } from './add/use-offered'
import { Announcer, useAnnouncement } from './Announcer'
import { QuarantineNotice } from './QuarantineNotice'
import { RenameDialog } from './RenameDialog'
import { Toolbar } from './Toolbar'
import { UndoBar } from './UndoBar'
import { useCodes } from './use-codes'
import { useDeletion } from './use-deletion'
import { useLockable } from './use-lockable'
import { useRowNews } from './use-row-news'
import { useUndoKey } from './use-undo-key'

/** Fewer are found by looking. */
const SEARCH_ABOVE = 5

type Open = { kind: 'add'; offered: Offered } | { kind: 'rename'; account: AccountRow } | null
const noAccounts: AccountRow[] = []

export function Accounts() {
  const { t } = useTranslation()
  const notify = useNotify()
  const { view, fault, reload } = useView(authenticator, onAuthenticatorChanged)
  const accounts = view?.accounts ?? noAccounts
  const [open, setOpen] = useState<Open>(null)
  const [search, setSearch] = useState('')
  const { said, say } = useAnnouncement()

  const shown = useCodes(accounts)
  const { askNext } = shown
  const { news, copy, report } = useRowNews(useCallback(() => say(t('authenticator.copiedAloud')), [say, t]))
  const deletion = useDeletion(reload, say)
  const locking = useCommand()
  const lockable = useLockable()

  const searchable = accounts.length > SEARCH_ABOVE
  const found = useMemo(() => (searchable ? matching(accounts, search) : accounts), [accounts, search, searchable])

  const add = (offered: Offered = {}) => setOpen({ kind: 'add', offered })
  const lock = lockable ? () => void locking.run(lockVault) : null
  useOffered(add, view !== null && open === null)
  useUndoKey(deletion.undo)

  // The rows are drawn anew when these change, so they change with the list alone.
  const known = useRef({ found, remove: deletion.remove })
  useEffect(() => {
    known.current = { found, remove: deletion.remove }
  })
  const onNextHotp = useCallback((id: string) => void askNext(id).catch((thrown: unknown) => report(id, thrown)), [askNext, report])
  const onRename = useCallback((id: string) => {
    const account = known.current.found.find((one) => one.id === id)
    if (account) setOpen({ kind: 'rename', account })
  }, [])
  const onDelete = useCallback((id: string) => {
    const { found, remove } = known.current
    const at = found.findIndex((one) => one.id === id)
    const account = found[at]
    if (account) void remove(account, (found[at + 1] ?? found[at - 1])?.id)
  }, [])

  if (!view) return fault ? <FaultBar fault={fault} /> : <Loading />

  const added = async (names: string[]) => {
    await reload()
    if (names.length > 0) notify(t('authenticator.added', { names: names.join(', ') }))
  }
  const trouble = deletion.fault ?? locking.fault ?? fault ?? shown.fault
  const addAction = (
    <Action appearance="primary" icon={<AddRegular />} onPress={() => add()} testId="action-add-account" shortcut="new">
      {t('authenticator.add')}
    </Action>
  )
  return (
    <>
      {trouble && <FaultBar fault={trouble} />}
      <QuarantineNotice entries={view.quarantined} />
      {accounts.length === 0 ? (
        <EmptyState icon={<KeyMultipleRegular />} title={t('authenticator.emptyTitle')} text={t('authenticator.emptyText')} action={addAction} testId="empty-authenticator" />
      ) : (
        <>
          <Toolbar search={searchable ? search : null} onSearch={setSearch} onAdd={() => add()} onLock={lock} />
          {found.length > 0 ? (
            <AccountList accounts={found} shown={shown} news={news} onCopy={copy} onNextHotp={onNextHotp} onRename={onRename} onDelete={onDelete} />
          ) : (
            <EmptyState
              icon={<SearchRegular />}
              title={t('authenticator.noMatch', { text: search.trim() })}
              text={t('authenticator.noMatchHint')}
              action={<Action onPress={() => setSearch('')}>{t('authenticator.clearSearch')}</Action>}
            />
          )}
        </>
      )}
      {deletion.deleted && <UndoBar deleted={deletion.deleted} busy={deletion.busy} onUndo={deletion.undo} onGone={deletion.forget} />}
      <Announcer said={said} />
      {open?.kind === 'add' && (
        <AddAccountDialog
          offered={open.offered}
          onAdded={(names) => void added(names)}
          onDone={(names) => {
            setOpen(null)
            void added(names)
          }}
          onCancel={() => setOpen(null)}
        />
      )}
      {open?.kind === 'rename' && (
        <RenameDialog
          account={open.account}
          onDone={() => {
            setOpen(null)
            void reload()
          }}
          onCancel={() => setOpen(null)}
        />
      )}
    </>
  )
}
