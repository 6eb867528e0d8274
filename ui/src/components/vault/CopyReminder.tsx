// The vault has been only on this disk for a month: copy it now, or be reminded in another month.

import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { putOffVaultCopy } from '../../backend/vault'
import { useCommand } from '../../state/command'
import { useFormats } from '../../state/format'
import { Action } from '../Action'
import { FaultBar } from '../FaultBar'
import { Notice } from '../Notice'
import { FolderDialog } from './FolderDialog'

/** `last`: when the vault was copied elsewhere. */
export function CopyReminder({ last }: { last: string | null }) {
  const { t } = useTranslation()
  const format = useFormats()
  const [copying, setCopying] = useState(false)
  const puttingOff = useCommand()
  return (
    <>
      <Notice
        intent="warning"
        testId="notice-vault-copy"
        title={last ? t('vault.elsewhere.old', { date: format.date(last) }) : t('vault.elsewhere.never')}
        action={
          <>
            <Action size="small" busy={puttingOff.busy} onPress={() => void puttingOff.run(putOffVaultCopy)} testId="action-put-off-copy">
              {t('vault.elsewhere.later')}
            </Action>
            <Action size="small" appearance="primary" onPress={() => setCopying(true)} testId="action-copy-vault">
              {t('vault.elsewhere.copy')}
            </Action>
          </>
        }
      >
        {t('vault.elsewhere.text')}
      </Notice>
      {puttingOff.fault && <FaultBar fault={puttingOff.fault} />}
      {copying && <FolderDialog job="copy" onClose={() => setCopying(false)} />}
    </>
  )
}
