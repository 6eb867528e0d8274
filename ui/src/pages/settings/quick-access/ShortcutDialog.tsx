// Records a combination of keys. Tab, Enter and Escape alone keep their meaning.

import { Field, Input, Text } from '@fluentui/react-components'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

import { CancelOr } from '../../../components/CancelOr'
import { FaultBar } from '../../../components/FaultBar'
import { useFieldFaults } from '../../../components/field-faults'
import { FormDialog } from '../../../components/FormDialog'
import { useCommand } from '../../../state/command'
import { keysOf } from './keys'

const KEPT = ['Tab', 'Enter', 'Escape']

export function ShortcutDialog({ onChosen, onClose }: { onChosen: (keys: string) => Promise<void>; onClose: () => void }) {
  const { t } = useTranslation()
  const [keys, setKeys] = useState('')
  const { busy, fault, run, clear } = useCommand()
  const faults = useFieldFaults({ fault, clear }, { keys: ['shortcut_invalid', 'shortcut_taken', 'shortcut_refused'] })
  const missing = keys === '' ? t('quickAccess.shortcut.missing') : null
  const press = (event: KeyboardEvent) => {
    if (KEPT.includes(event.key)) return
    event.preventDefault()
    const pressed = keysOf(event.nativeEvent)
    if (pressed === null) return
    clear()
    setKeys(pressed)
  }
  const save = async () => {
    if (!missing && (await run(() => onChosen(keys)))) onClose()
  }
  return (
    <FormDialog
      title={t('quickAccess.shortcut.chooseTitle')}
      testId="dialog-shortcut"
      onCancel={onClose}
      onSubmit={() => void save()}
      actions={
        <CancelOr onCancel={onClose} busy={busy} blocked={missing} testId="action-save-shortcut">
          {t('common.save')}
        </CancelOr>
      }
    >
      {faults.bar && <FaultBar fault={faults.bar} />}
      <Text>{t('quickAccess.shortcut.text')}</Text>
      <Field label={t('quickAccess.shortcut.keys')} {...faults.at('keys')}>
        <Input readOnly value={keys} placeholder={t('quickAccess.shortcut.press')} onKeyDown={press} data-testid="field-shortcut" />
      </Field>
    </FormDialog>
  )
}
