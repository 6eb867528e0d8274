// The vault cannot be opened: what is wrong with it, and the way out that goes with it. Nothing is overwritten.

import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { VaultState } from '../../../backend/app'
import { retryVault } from '../../../backend/vault'
import { Action } from '../../../components/Action'
import { FaultBar } from '../../../components/FaultBar'
import { useCommand } from '../../../state/command'
import { Backups } from './Backups'
import { UnlockVault } from './UnlockVault'

type Code = Extract<VaultState, { state: 'unusable' }>['code']

/** The key did not come, or did not fit: a passphrase may open what the keyring did not. */
const keyTroubles: readonly Code[] = ['vault_key_missing', 'key_of_another_vault', 'keyring_unavailable']

export function UnusableVault({ code }: { code: Code }) {
  const { t } = useTranslation()
  const retrying = useCommand()
  const [since] = useState(() => Date.now())
  return (
    <>
      <FaultBar
        fault={retrying.fault ?? { code, params: {}, correlationId: null, time: since }}
        action={
          <Action size="small" busy={retrying.busy} onPress={() => void retrying.run(retryVault)} testId="action-retry-vault">
            {t('common.tryAgain')}
          </Action>
        }
      />
      {code === 'vault_damaged' && <Backups />}
      {keyTroubles.includes(code) && <UnlockVault otherWay />}
    </>
  )
}
