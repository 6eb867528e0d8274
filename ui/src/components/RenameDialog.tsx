// Renames a device, a token or an app password. The field shows an error about the name.

import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useCommand } from '../state/command'
import { CancelOr } from './CancelOr'
import { FaultBar } from './FaultBar'
import { FormDialog } from './FormDialog'
import { nameFault } from './name-fault'
import { useOffline } from './offline'

export interface RenameDialogProps {
  /** The present name. */
  name: string
  /** Saves the new one. */
  work: (name: string) => Promise<unknown>
  onCancel: () => void
  /** Called when the name is saved. */
  onDone: () => void
}

export function RenameDialog({ name, work, onCancel, onDone }: RenameDialogProps) {
  const { t } = useTranslation()
  const offline = useOffline()
  const { busy, fault, clear, run } = useCommand()
  const [typed, setTyped] = useState(name)
  const wrong = nameFault(typed)
  // An empty field is not an error yet: the person is about to type.
  const shown = wrong && wrong !== 'empty' ? t(`rename.${wrong}`) : undefined
  const blocked = offline ?? (wrong ? t(`rename.${wrong}`) : null)
  const save = async () => {
    if (blocked) return
    if (typed.trim() === name) onCancel()
    else if (await run(() => work(typed.trim()))) onDone()
  }
  return (
    <FormDialog
      title={t('rename.title', { name })}
      testId="dialog-rename"
      onCancel={onCancel}
      onSubmit={() => void save()}
      actions={
        <CancelOr onCancel={onCancel} busy={busy} blocked={blocked} testId="action-rename-save">
          {t('common.save')}
        </CancelOr>
      }
    >
      {fault && <FaultBar fault={fault} />}
      <Field label={t('rename.label')} validationMessage={shown} validationState={shown ? 'error' : 'none'}>
        <Input
          data-testid="field-new-name"
          autoFocus
          autoComplete="off"
          value={typed}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(_, { value }) => {
            clear()
            setTyped(value)
          }}
        />
      </Field>
    </FormDialog>
  )
}
