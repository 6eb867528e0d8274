// The unlocked vault: the accounts with their codes, and their actions.

import { AddRegular } from '@fluentui/react-icons/svg/add'
import { KeyMultipleRegular } from '@fluentui/react-icons/svg/key-multiple'
import { SearchRegular } from '@fluentui/react-icons/svg/search'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { authenticator, onAuthenticatorChanged, type AccountRow } from '../../backend/authenticator'
import { draftsFromOpenedLink } from '../../backend/scan'
import { lockVault } from '../../backend/vault'
import { Action } from '../../components/Action'
import { EmptyState } from '../../components/EmptyState'
import { FaultBar } from '../../components/FaultBar'
import { Loading } from '../../components/Loading'
import { useNotify } from '../../components/notify'
import { useIntent } from '../../state/destination'
import { useCommand } from '../../state/command'
import { useLinkWaiting } from '../../state/link-waiting'
import { changeSettings, useSettings } from '../../state/settings'
import { useView } from '../../state/view'
import { AccountDialogs, type Open } from './AccountDialogs'
import { AccountList } from './AccountList'
import { useOffered, type Offered } from './add/use-offered'
import { Announcer, useAnnouncement } from './Announcer'
import { sorted, tagged, tagsOf } from './arrange'
import { afterDrawing, focusAccount } from './focus'
import { GoneNotice } from './GoneNotice'
import { useExportFile } from './import/use-export-file'
import { QuarantineNotice } from './QuarantineNotice'
import { AccountScan } from './scan/AccountScan'
import { matching } from './search'
import { SelectionBar } from './SelectionBar'
import { TagFilter } from './TagFilter'
import { Toolbar } from './Toolbar'
import { UndoBar } from './UndoBar'
import { forgetPictures } from './use-account-picture'
import { useDeletion } from './use-deletion'
import { useRowActions } from './use-row-actions'
import { useRowNews } from './use-row-news'
import { useSelection } from './use-selection'
import { useTypeToSearch } from './use-type-to-search'
import { useUndoKey } from './use-undo-key'
import { ViewMenu, type ListDialog } from './ViewMenu'

/** With fewer accounts there is no search. */
const SEARCH_ABOVE = 5
const noAccounts: AccountRow[] = []

export function Accounts() {
  const { t, i18n } = useTranslation()
  const notify = useNotify()
  const { view, fault, reload } = useView(authenticator, onAuthenticatorChanged)
  const { accounts: options } = useSettings()
  const accounts = view?.accounts ?? noAccounts
  const [open, setOpen] = useState<Open | null>(null)
  const [search, setSearch] = useState('')
  const [tag, setTag] = useState<string | null>(null)
  const { said, say } = useAnnouncement()
  useEffect(() => forgetPictures, [])

  const { news, copy, report } = useRowNews(useCallback(() => say(t('authenticator.copiedAloud')), [say, t]))
  const deletion = useDeletion(reload, say)
  const working = useCommand()

  const tags = useMemo(() => tagsOf(accounts, i18n.language), [accounts, i18n.language])
  // The last account with the chosen tag may lose it.
  const filter = tags.find(({ name }) => name.toLowerCase() === tag?.toLowerCase())?.name ?? null
  const searchable = accounts.length > SEARCH_ABOVE
  const ordered = useMemo(() => sorted(accounts, options.sort, i18n.language), [accounts, options.sort, i18n.language])
  const found = useMemo(() => matching(tagged(ordered, filter), searchable ? search : ''), [ordered, filter, searchable, search])
  const whole = found.length === accounts.length
  const selection = useSelection(found)
  const selected = found.filter(({ id }) => selection.selected?.has(id))
  const actions = useRowActions({ accounts, found, reload, say, run: working.run, remove: deletion.remove, select: selection.toggle, onEdit: (account) => setOpen({ kind: 'edit', account }), onShowQr: (account) => setOpen({ kind: 'qr', account }) })

  const add = (offered: Offered = {}) => setOpen(offered.file ? { kind: 'import', file: offered.file } : { kind: 'add', offered })
  const openDialog = (kind: ListDialog) => {
    // What is restored or erased in the trash can no longer be undone.
    if (kind === 'trash') deletion.forget()
    setOpen({ kind })
  }
  const closeUndo = () => {
    deletion.forget()
    afterDrawing(() => focusAccount(found[0]?.id))
  }
  const exportFile = useExportFile((file) => add({ file }))
  useIntent('addAccount', view !== null && open === null, add)
  useOffered(add, view !== null && open === null)
  const linkOffered = () => add({ scan: { name: t('scan.fromLink'), ask: draftsFromOpenedLink } })
  useLinkWaiting(linkOffered, view !== null && open === null)
  useUndoKey(deletion.undo)
  useTypeToSearch(searchable && open === null)

  if (!view) return fault ? <FaultBar fault={fault} /> : <Loading />

  const trouble = deletion.fault ?? working.fault ?? fault
  const addAction = (
    <Action appearance="primary" icon={<AddRegular />} onPress={() => add()} testId="action-add-account" shortcut="new">
      {t('authenticator.add')}
    </Action>
  )
  const more = (
    <ViewMenu
      sort={options.sort}
      trashed={view.trashed}
      accounts={accounts.length > 1}
      tags={tags.length > 0}
      onSort={(sort) => void working.run(() => changeSettings({ accounts: { ...options, sort } }))}
      onSelect={selection.begin}
      onImport={exportFile.choose}
      onOpen={openDialog}
    />
  )
  const clear = () => {
    setSearch('')
    setTag(null)
  }
  return (
    <>
      {trouble && <FaultBar fault={trouble} />}
      {exportFile.field}
      <QuarantineNotice entries={view.quarantined} />
      <GoneNotice accounts={accounts} busy={deletion.busy} onRemove={(gone) => void deletion.remove(gone, undefined)} />
      {accounts.length === 0 ? (
        <EmptyState
          icon={<KeyMultipleRegular />}
          title={t('authenticator.emptyTitle')}
          text={t('authenticator.emptyText')}
          action={
            <>
              {addAction}
              <AccountScan onOffered={add} />
              <Action onPress={exportFile.choose} testId="action-import-file">
                {t('importing.menu')}
              </Action>
              {view.trashed > 0 && (
                <Action onPress={() => openDialog('trash')} testId="action-trash">
                  {t('accounts.view.trashWith', { number: view.trashed })}
                </Action>
              )}
            </>
          }
          testId="empty-authenticator"
        />
      ) : (
        <>
          <Toolbar search={searchable ? search : null} onSearch={setSearch} onAdd={() => add()} onOffered={add} onLock={() => void working.run(lockVault)} more={more} />
          <TagFilter tags={tags} chosen={filter} onChoose={setTag} />
          {selection.selected && (
            <SelectionBar
              number={selected.length}
              pinned={selected.length > 0 && selected.every(({ pinned }) => pinned)}
              busy={working.busy || deletion.busy}
              onAll={selection.all}
              onTag={() => setOpen({ kind: 'tag', accounts: selected })}
              onPin={(pinned) => void actions.pin(selected.map(({ id }) => id), pinned)}
              onDelete={() => void deletion.remove(selected, undefined).then((removed) => removed && selection.end())}
              onDone={selection.end}
            />
          )}
          {found.length > 0 ? (
            <AccountList
              accounts={found}
              options={options}
              news={news}
              selected={selection.selected}
              onMove={options.sort === 'own' && whole ? actions.move : null}
              report={report}
              onCopy={copy}
              {...actions.row}
            />
          ) : (
            <EmptyState
              icon={<SearchRegular />}
              title={t('authenticator.noMatch', { text: search.trim() })}
              text={t('authenticator.noMatchHint')}
              action={<Action onPress={clear}>{t('common.clearSearch')}</Action>}
            />
          )}
        </>
      )}
      {deletion.deleted.length > 0 && <UndoBar deleted={deletion.deleted} busy={deletion.busy} onUndo={deletion.undo} onClose={closeUndo} />}
      <Announcer said={said} />
      {open && (
        <AccountDialogs
          open={open}
          accounts={accounts}
          tags={tags}
          reload={reload}
          onAdded={(names) => names.length > 0 && notify(t('authenticator.added', { names: names.join(', ') }))}
          onDeleted={deletion.wereDeleted}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}
