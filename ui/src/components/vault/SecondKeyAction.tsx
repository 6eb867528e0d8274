// An account that nobody else can give back needs a second key first: a passphrase, set right here, and then it goes on.

import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Fault } from '../../backend/fault'
import { Action } from '../Action'
import { PassphraseDialog } from './PassphraseDialog'

/** Whether a fault is cured by a second key. */
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
