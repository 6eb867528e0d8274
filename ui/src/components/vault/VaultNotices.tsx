// Notices about the vault with their actions: changes by other programs, a key that is only in the keyring, and a copy
// that is due.

import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { dismissVaultNotices, vaultHealth } from '../../backend/vault'
import { onAuthenticatorChanged } from '../../backend/authenticator'
import { useCommand } from '../../state/command'
import { useView } from '../../state/view'
import { Action } from '../Action'
import { FaultBar } from '../FaultBar'
import { Notice } from '../Notice'
import { CopyReminder } from './CopyReminder'
import { PassphraseDialog } from './PassphraseDialog'
import { SheetDialog } from './SheetDialog'

export function VaultNotices({ open }: { open: boolean }) {
  const { t } = useTranslation()
  const { view } = useView(vaultHealth, onAuthenticatorChanged)
  const dismissing = useCommand()
  const [asking, setAsking] = useState<'sheet' | 'passphrase' | null>(null)
  if (!view) return null
  const alone = open && view.keyringAlone
  const close = () => setAsking(null)
  return (
    <>
      {view.notices.map((notice) => (
        <Notice
          key={notice.kind}
          intent="warning"
          testId={`notice-vault-${notice.kind}`}
          title={t(`vault.notices.${notice.kind}.title`)}
          action={
            open && (
              <Action size="small" busy={dismissing.busy} onPress={() => void dismissing.run(dismissVaultNotices)} testId="action-dismiss-notice">
                {t('vault.notices.ok')}
              </Action>
            )
          }
        >
          {t(`vault.notices.${notice.kind}.text`, { found: 'found' in notice ? notice.found : '' })}
        </Notice>
      ))}
      {dismissing.fault && <FaultBar fault={dismissing.fault} />}
      {alone && (
        <Notice
          intent="warning"
          testId="notice-second-home"
          title={t('vault.second.title')}
          action={
            <>
              <Action size="small" onPress={() => setAsking('passphrase')} testId="action-second-passphrase">
                {t('vault.passphrase.doSet')}
              </Action>
              <Action size="small" appearance="primary" onPress={() => setAsking('sheet')} testId="action-second-sheet">
                {t('vault.second.sheet')}
              </Action>
            </>
          }
        >
          {t('vault.second.text')}
        </Notice>
      )}
      {open && view.copyDue && <CopyReminder last={view.copied} />}
      {open && asking === 'sheet' && <SheetDialog onClose={close} />}
      {open && asking === 'passphrase' && <PassphraseDialog change={false} onClose={close} />}
    </>
  )
}
