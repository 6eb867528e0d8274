// The dialogs of the page, one at a time. Rows and menus request them; they are rendered here, outside of both.

import type { AccountRow } from '../../backend/authenticator'
import { nameOf } from './account-names'
import { AddAccountDialog } from './add/AddAccountDialog'
import type { Offered } from './add/use-offered'
import type { Tag } from './arrange'
import { DuplicatesDialog } from './DuplicatesDialog'
import { EditDialog } from './EditDialog'
import { ExportDialog } from './export/ExportDialog'
import { ImportDialog } from './import/ImportDialog'
import { OptionsDialog } from './OptionsDialog'
import { ShowQrDialog } from './show-qr/ShowQrDialog'
import { TagAccountsDialog } from './TagAccountsDialog'
import { TagsDialog } from './TagsDialog'
import { TrashDialog } from './TrashDialog'
import type { ListDialog } from './ViewMenu'

export type Open =
  | { kind: 'add'; offered: Offered }
  | { kind: 'import'; file: File }
  | { kind: 'edit'; account: AccountRow }
  | { kind: 'qr'; account: AccountRow }
  | { kind: 'tag'; accounts: AccountRow[] }
  | { kind: ListDialog }

export interface AccountDialogsProps {
  open: Open
  accounts: AccountRow[]
  tags: Tag[]
  reload: () => Promise<void>
  onAdded: (names: string[]) => void
  onDeleted: (accounts: AccountRow[]) => void
  onClose: () => void
}

export function AccountDialogs({ open, accounts, tags, reload, onAdded, onDeleted, onClose }: AccountDialogsProps) {
  const added = (names: string[]) => void reload().then(() => onAdded(names))
  const done = () => {
    onClose()
    void reload()
  }
  switch (open.kind) {
    case 'add':
      return (
        <AddAccountDialog
          offered={open.offered}
          onAdded={added}
          onDone={(names) => {
            onClose()
            added(names)
          }}
          onCancel={onClose}
        />
      )
    case 'import':
      return <ImportDialog file={open.file} onChanged={() => void reload()} onClose={onClose} />
    case 'edit':
      return <EditDialog account={open.account} tags={tags} onDone={done} onCancel={onClose} />
    case 'qr':
      return <ShowQrDialog id={open.account.id} name={nameOf(open.account)} onClose={onClose} />
    case 'tag':
      return <TagAccountsDialog accounts={open.accounts} tags={tags} onDone={done} onCancel={onClose} />
    case 'tags':
      return <TagsDialog tags={tags} onChanged={reload} onClose={onClose} />
    case 'trash':
      return <TrashDialog onClose={done} />
    case 'export':
      return <ExportDialog ids={null} number={accounts.length} onClose={onClose} />
    case 'options':
      return <OptionsDialog onClose={onClose} />
    case 'duplicates':
      return (
        <DuplicatesDialog
          accounts={accounts}
          onDeleted={(deleted) => {
            done()
            onDeleted(deleted)
          }}
          onClose={onClose}
        />
      )
  }
}
