// Without a keyring and a vault: the person chooses a passphrase, typed twice, before the first account.

import { Text } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import { createVault } from '../../../backend/vault'
import { Action } from '../../../components/Action'
import { FaultBar } from '../../../components/FaultBar'
import { NewPassphraseFields, useNewPassphrase } from '../../../components/vault/NewPassphrase'
import { useCommand } from '../../../state/command'
import { Card } from './Card'

export function ChoosePassphrase() {
  const { t } = useTranslation()
  const chosen = useNewPassphrase()
  const { busy, fault, run } = useCommand()
  const submit = () => {
    if (chosen.isGood()) void run(() => createVault(chosen.passphrase))
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
      <NewPassphraseFields label={t('authenticator.vault.passphrase')} chosen={chosen} />
    </Card>
  )
}
