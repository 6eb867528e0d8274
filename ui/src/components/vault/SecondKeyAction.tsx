// An account that no service can restore needs a second copy of the key first: sets a passphrase here, and continues.

import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Fault } from '../../backend/fault'
import { Action } from '../Action'
import { PassphraseDialog } from './PassphraseDialog'

/** Whether a second copy of the key solves a fault. */
export const needsSecondKey = (fault: Fault | null) => fault?.code === 'vault_second_home_needed'

export function SecondKeyAction({ onKept }: { onKept: () => void }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Action size="small" onPress={() => setOpen(true)} testId="action-second-key">
        {t('vault.passphrase.doSet')}
      </Action>
      {open && <PassphraseDialog change={false} onClose={() => setOpen(false)} onSaved={onKept} />}
    </>
  )
}
