// Adds tags to several accounts, and removes tags.

import { Text } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { tagAccounts, type AccountRow } from '../../backend/authenticator'
import { CancelOr } from '../../components/CancelOr'
import { FaultBar } from '../../components/FaultBar'
import { FormDialog } from '../../components/FormDialog'
import { useCommand } from '../../state/command'
import { tagged, type Tag } from './arrange'
import { TagChooser } from './TagChooser'

export interface TagAccountsDialogProps {
  accounts: AccountRow[]
  /** The tags of all accounts. */
  tags: Tag[]
  onDone: () => void
  onCancel: () => void
}

export function TagAccountsDialog({ accounts, tags, onDone, onCancel }: TagAccountsDialogProps) {
  const { t } = useTranslation()
  const { busy, fault, run } = useCommand()
  /** The changes in this dialog, by the tag's name. */
  const [decided, setDecided] = useState<ReadonlyMap<string, boolean>>(new Map())

  const stateOf = (name: string): boolean | 'mixed' => {
    const had = tagged(accounts, name).length
    return decided.get(name) ?? (had === accounts.length ? true : had > 0 ? 'mixed' : false)
  }
  const save = async () => {
    const chosen = (on: boolean) => [...decided].filter(([, is]) => is === on).map(([name]) => name)
    const saved = await run(() => tagAccounts(accounts.map(({ id }) => id), chosen(true), chosen(false)))
    if (saved) onDone()
  }
  return (
    <FormDialog
      title={t('accounts.tags.ofSelected')}
      testId="dialog-tag-accounts"
      onCancel={onCancel}
      onSubmit={() => void save()}
      actions={
        <CancelOr onCancel={onCancel} busy={busy} blocked={decided.size > 0 ? null : t('accounts.tags.nothingChanged')} testId="action-save-tags">
          {t('accounts.edit.save')}
        </CancelOr>
      }
    >
      {fault && <FaultBar fault={fault} />}
      <Text>{t('accounts.tags.forNumber', { number: accounts.length })}</Text>
      <TagChooser
        tags={tags.map(({ name }) => ({ name, state: stateOf(name) }))}
        added={[...decided].filter(([name, on]) => on && !tags.some((tag) => tag.name === name)).map(([name]) => name)}
        onChange={(name, on) => setDecided((before) => new Map(before).set(name, on))}
      />
    </FormDialog>
  )
}
