// The vault cannot be opened: the problem, and its solution. Nothing is overwritten.

import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { VaultState } from '../../../backend/app'
import { retryVault } from '../../../backend/vault'
import { Action } from '../../../components/Action'
import { FaultBar } from '../../../components/FaultBar'
import { Section } from '../../../components/Section'
import { BackupList } from '../../../components/vault/BackupList'
import { useCommand } from '../../../state/command'
import type { AskedAgain } from './AskKeyring'
import { UnlockVault } from './UnlockVault'
import { UnlockWithSheet } from './UnlockWithSheet'

type Code = Extract<VaultState, { state: 'unusable' }>['code']

/** The keyring gave no key, or a wrong one: a passphrase may open the vault. */
const keyTroubles: readonly Code[] = ['vault_key_missing', 'key_of_another_vault', 'keyring_unavailable']

/** The key is on the recovery sheet too. */
const sheetHelps: readonly Code[] = [...keyTroubles, 'key_file_damaged', 'vault_too_costly', 'passphrase_unavailable']

/** The file is unusable, the key is known. */
const restorable: readonly Code[] = ['vault_damaged']

export interface UnusableVaultProps extends AskedAgain {
  code: Code
}

export function UnusableVault({ code, asked, onAsk }: UnusableVaultProps) {
  const { t } = useTranslation()
  const retrying = useCommand()
  const [since] = useState(() => Date.now())
  return (
    <>
      <FaultBar
        fault={retrying.fault ?? { code, params: {}, correlationId: null, time: since }}
        action={
          <Action
            size="small"
            busy={retrying.busy}
            autoFocus={asked}
            onPress={() => {
              onAsk()
              void retrying.run(retryVault)
            }}
            testId="action-retry-vault"
          >
            {t('common.tryAgain')}
          </Action>
        }
      />
      {restorable.includes(code) && (
        <Section title={t('authenticator.vault.backups')} hint={t('authenticator.vault.backupsHint')}>
          <BackupList damaged />
        </Section>
      )}
      {keyTroubles.includes(code) && <UnlockVault otherWay />}
      {sheetHelps.includes(code) && <UnlockWithSheet autoFocus={false} />}
    </>
  )
}
