// The vault was locked, and its key is in the keyring: the person decides when to ask the keyring again.

import { Text } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import { retryVault } from '../../../backend/vault'
import { Action } from '../../../components/Action'
import { FaultBar } from '../../../components/FaultBar'
import { useCommand } from '../../../state/command'
import { Card } from './Card'

export interface AskedAgain {
  /** The vault was asked again since the page was opened, so the focus was here. */
  asked: boolean
  onAsk: () => void
}

export function AskKeyring({ asked, onAsk }: AskedAgain) {
  const { t } = useTranslation()
  const { busy, fault, run } = useCommand()
  return (
    <Card
      heading={t('authenticator.vault.lockedTitle')}
      testId="vault-locked"
      onSubmit={() => {
        onAsk()
        void run(retryVault)
      }}
      action={
        <Action type="submit" appearance="primary" busy={busy} autoFocus={asked} testId="action-unlock">
          {t('authenticator.vault.unlock')}
        </Action>
      }
    >
      <Text>{t('authenticator.vault.keyInKeyring')}</Text>
      {fault && <FaultBar fault={fault} />}
    </Card>
  )
}
