// Unlocks the vault with its passphrase. A wrong one stays in the field for correction.

import { Field, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { unlockVault } from '../../../backend/vault'
import { Action } from '../../../components/Action'
import { FaultBar } from '../../../components/FaultBar'
import { useFieldFaults } from '../../../components/field-faults'
import { PasswordInput } from '../../../components/PasswordInput'
import { useCommand } from '../../../state/command'
import { Card } from './Card'

/** `otherWay`: the keyring should have given the key, and a passphrase may help. */
export function UnlockVault({ otherWay = false }: { otherWay?: boolean }) {
  const { t } = useTranslation()
  const [passphrase, setPassphrase] = useState('')
  const { busy, run, ...command } = useCommand()
  const faults = useFieldFaults(command, { passphrase: ['wrong_passphrase'] })
  const missing = passphrase === '' ? t('authenticator.vault.missing') : null
  return (
    <Card
      heading={otherWay ? t('authenticator.vault.byPassphrase') : t('authenticator.vault.lockedTitle')}
      testId="vault-locked"
      onSubmit={() => {
        if (!missing) void run(() => unlockVault(passphrase))
      }}
      action={
        <Action type="submit" appearance={otherWay ? 'secondary' : 'primary'} busy={busy} blocked={missing} testId="action-unlock">
          {t('authenticator.vault.unlock')}
        </Action>
      }
    >
      <Text>{otherWay ? t('authenticator.vault.byPassphraseText') : t('authenticator.vault.lockedText')}</Text>
      {faults.bar && <FaultBar fault={faults.bar} />}
      <Field label={t('authenticator.vault.passphrase')} {...faults.at('passphrase')}>
        <PasswordInput
          testId="field-passphrase"
          autoComplete="current-password"
          autoFocus={!otherWay}
          value={passphrase}
          onChange={(typed) => {
            faults.typed('passphrase')
            setPassphrase(typed)
          }}
        />
      </Field>
    </Card>
  )
}
