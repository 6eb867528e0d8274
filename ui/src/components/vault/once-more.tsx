// Confirms the person before a key is shown: with the passphrase if there is one. Otherwise the keyring is asked,
// without a question.

import { Field, Text } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useCommand } from '../../state/command'
import { FaultBar } from '../FaultBar'
import { useFieldFaults } from '../field-faults'
import { PasswordInput } from '../PasswordInput'

/** `ask` returns whether it was shown; false asks for the passphrase. */
export function useOnceMore(ask: (passphrase: string | null) => Promise<boolean>) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  const command = useCommand()
  const open = (typed: string | null) =>
    command.run(async () => {
      const shown = await ask(typed)
      if (shown) setPassphrase('')
      setAsking(!shown)
    })
  useEffect(() => {
    void open(null)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the dialog opens: each asking is a check of the key
  }, [])
  const missing = passphrase === '' ? t('authenticator.vault.missing') : null
  const submit = () => {
    if (asking && !missing) void open(passphrase)
  }
  return { asking, passphrase, setPassphrase, missing, submit, command }
}

export type OnceMore = ReturnType<typeof useOnceMore>

export function PassphraseOnceMore({ gate, why }: { gate: OnceMore; why: string }) {
  const { t } = useTranslation()
  const { asking, passphrase, setPassphrase, command } = gate
  const faults = useFieldFaults(command, { passphrase: ['wrong_passphrase'] })
  return (
    <>
      {faults.bar && <FaultBar fault={faults.bar} />}
      {asking && (
        <>
          <Text>{why}</Text>
          <Field label={t('authenticator.vault.passphrase')} {...faults.at('passphrase')}>
            <PasswordInput
              testId="field-passphrase"
              autoComplete="current-password"
              autoFocus
              value={passphrase}
              onChange={(typed) => {
                faults.typed('passphrase')
                setPassphrase(typed)
              }}
            />
          </Field>
        </>
      )}
    </>
  )
}
