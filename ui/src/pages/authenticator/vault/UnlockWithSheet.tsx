// Unlocks the vault with the recovery sheet. A mistyped sheet stays in the field; the fault names the wrong group.

import { Field, Text, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { unlockVaultWithSheet } from '../../../backend/vault'
import { Action } from '../../../components/Action'
import { FaultBar } from '../../../components/FaultBar'
import { useFieldFaults } from '../../../components/field-faults'
import { useCommand } from '../../../state/command'
import { Card } from './Card'

export function UnlockWithSheet({ autoFocus }: { autoFocus: boolean }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const { busy, run, ...command } = useCommand()
  const faults = useFieldFaults(command, { sheet: ['sheet_incomplete', 'sheet_mistyped', 'sheet_character', 'sheet_too_long'] })
  const missing = typed.trim() === '' ? t('vault.unlock.sheetMissing') : null
  return (
    <Card
      heading={t('vault.unlock.bySheet')}
      testId="vault-by-sheet"
      onSubmit={() => {
        if (!missing) void run(() => unlockVaultWithSheet(typed))
      }}
      action={
        <Action type="submit" appearance="primary" busy={busy} blocked={missing} testId="action-unlock-sheet">
          {t('authenticator.vault.unlock')}
        </Action>
      }
    >
      <Text>{t('vault.unlock.sheetText')}</Text>
      {faults.bar && <FaultBar fault={faults.bar} />}
      <Field label={t('vault.sheet.title')} {...faults.at('sheet')}>
        <Textarea
          textarea={{ 'data-testid': 'field-sheet' } as object}
          autoFocus={autoFocus}
          autoComplete="off"
          spellCheck={false}
          rows={4}
          value={typed}
          onChange={(_, { value }) => {
            faults.typed('sheet')
            setTyped(value)
          }}
        />
      </Field>
    </Card>
  )
}
