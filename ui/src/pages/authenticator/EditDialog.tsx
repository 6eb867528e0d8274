// Edits names, tags, note and picture of an account. Its codes do not change.

import { Field, Input, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { clearAccountPicture, editAccount, setAccountPicture, type AccountRow } from '../../backend/authenticator'
import { CancelOr } from '../../components/CancelOr'
import { FaultBar } from '../../components/FaultBar'
import { FormDialog } from '../../components/FormDialog'
import { useCommand } from '../../state/command'
import type { Tag } from './arrange'
import { PictureField, type ChosenPicture } from './PictureField'
import { TagChooser } from './TagChooser'
import { useReturnFocus } from './use-return-focus'

const NOTE = 2000

export interface EditDialogProps {
  account: AccountRow
  /** The tags of all accounts. */
  tags: Tag[]
  onDone: () => void
  onCancel: () => void
}

export function EditDialog({ account, tags, onDone, onCancel }: EditDialogProps) {
  const { t } = useTranslation()
  useReturnFocus(account.id)
  const [issuer, setIssuer] = useState(account.issuer)
  const [name, setName] = useState(account.account)
  const [note, setNote] = useState(account.note)
  const [chosen, setChosen] = useState(account.tags)
  const [picture, setPicture] = useState<ChosenPicture>('same')
  const { busy, fault, run } = useCommand()

  const save = async () => {
    const saved = await run(async () => {
      await editAccount(account.id, { issuer: issuer.trim(), account: name.trim(), note, tags: chosen })
      if (picture === 'none') await clearAccountPicture(account.id)
      else if (picture !== 'same') await setAccountPicture(account.id, picture)
    })
    if (saved) onDone()
  }
  return (
    <FormDialog
      title={t('accounts.edit.title')}
      testId="dialog-edit"
      onCancel={onCancel}
      onSubmit={() => void save()}
      actions={
        <CancelOr onCancel={onCancel} busy={busy} testId="action-save-account">
          {t('accounts.edit.save')}
        </CancelOr>
      }
    >
      {fault && <FaultBar fault={fault} />}
      <Field label={t('authenticator.adding.issuer')}>
        <Input data-testid="field-issuer" value={issuer} autoFocus autoComplete="off" onChange={(_, { value }) => setIssuer(value)} />
      </Field>
      <Field label={t('authenticator.adding.account')}>
        <Input data-testid="field-account" value={name} autoComplete="off" spellCheck={false} onChange={(_, { value }) => setName(value)} />
      </Field>
      <PictureField account={{ ...account, issuer, account: name }} chosen={picture} onChoose={setPicture} />
      <TagChooser
        tags={tags.map((tag) => ({ name: tag.name, state: chosen.some((had) => had.toLowerCase() === tag.name.toLowerCase()) }))}
        onChange={(tag, on) => setChosen((before) => [...before.filter((had) => had.toLowerCase() !== tag.toLowerCase()), ...(on ? [tag] : [])])}
        added={chosen.filter((had) => !tags.some((tag) => tag.name.toLowerCase() === had.toLowerCase()))}
      />
      <Field label={t('accounts.edit.note')} hint={t('accounts.edit.noteHint')}>
        <Textarea data-testid="field-note" value={note} maxLength={NOTE} rows={3} resize="vertical" onChange={(_, { value }) => setNote(value)} />
      </Field>
    </FormDialog>
  )
}
