// Gives an account another issuer or name. Its codes stay what they are.

import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { renameAccount, type AccountRow } from '../../backend/authenticator'
import { Action } from '../../components/Action'
import { FaultBar } from '../../components/FaultBar'
import { FormDialog } from '../../components/FormDialog'
import { useCommand } from '../../state/command'
import { useReturnFocus } from './use-return-focus'

export interface RenameDialogProps {
  account: AccountRow
  onDone: () => void
  onCancel: () => void
}

export function RenameDialog({ account, onDone, onCancel }: RenameDialogProps) {
  const { t } = useTranslation()
  useReturnFocus(account.id)
  const [issuer, setIssuer] = useState(account.issuer)
  const [name, setName] = useState(account.account)
  const { busy, fault, run } = useCommand()
  const save = async () => {
    if (await run(() => renameAccount(account.id, issuer.trim(), name.trim()))) onDone()
  }
  return (
    <FormDialog
      title={t('authenticator.rename.title')}
      testId="dialog-rename"
      onCancel={onCancel}
      onSubmit={() => void save()}
      actions={
        <>
          <Action onPress={onCancel} testId="action-cancel">
            {t('common.cancel')}
          </Action>
          <Action type="submit" appearance="primary" busy={busy} testId="action-save-name">
            {t('authenticator.rename.save')}
          </Action>
        </>
      }
    >
      {fault && <FaultBar fault={fault} />}
      <Field label={t('authenticator.adding.issuer')}>
        <Input data-testid="field-issuer" value={issuer} autoFocus autoComplete="off" onChange={(_, { value }) => setIssuer(value)} />
      </Field>
      <Field label={t('authenticator.adding.account')}>
        <Input data-testid="field-account" value={name} autoComplete="off" spellCheck={false} onChange={(_, { value }) => setName(value)} />
      </Field>
    </FormDialog>
  )
}
