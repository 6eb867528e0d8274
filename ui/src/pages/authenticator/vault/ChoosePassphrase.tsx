// No keyring and no vault yet: a passphrase is chosen, twice, before the first account.

import { Field, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { createVault } from '../../../backend/vault'
import { Action } from '../../../components/Action'
import { useFaultWords } from '../../../components/fault-words'
import { FaultBar } from '../../../components/FaultBar'
import { PasswordInput } from '../../../components/PasswordInput'
import { useCommand } from '../../../state/command'
import { FaultText } from '../FaultText'
import { Card } from './Card'

/** As the shell asks for; it has the last word. */
const SHORTEST = 8

export function ChoosePassphrase() {
  const { t } = useTranslation()
  const words = useFaultWords()
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const { busy, fault, run } = useCommand()

  const short = [...passphrase].length < SHORTEST
  const differ = again !== passphrase
  const submit = () => {
    setTried(true)
    if (!short && !differ) void run(() => createVault(passphrase))
  }
  return (
    <Card
      heading={t('authenticator.vault.chooseTitle')}
      testId="vault-new"
      onSubmit={submit}
      action={
        <Action type="submit" appearance="primary" busy={busy} testId="action-create-vault">
          {t('authenticator.vault.create')}
        </Action>
      }
    >
      <Text>{t('authenticator.vault.chooseWhy')}</Text>
      <Text>{t('authenticator.vault.chooseLost')}</Text>
      {fault && <FaultBar fault={fault} />}
      <Field label={t('authenticator.vault.passphrase')} hint={t('authenticator.vault.atLeast')} validationMessage={tried && short ? <FaultText {...words({ code: 'passphrase_too_short', params: {}, correlationId: null, time: 0 })} /> : null}>
        <PasswordInput testId="field-passphrase" autoComplete="new-password" autoFocus value={passphrase} onChange={setPassphrase} />
      </Field>
      <Field label={t('authenticator.vault.again')} validationMessage={tried && !short && differ ? t('authenticator.vault.differ') : null}>
        <PasswordInput testId="field-passphrase-again" autoComplete="new-password" value={again} onChange={setAgain} />
      </Field>
    </Card>
  )
}
