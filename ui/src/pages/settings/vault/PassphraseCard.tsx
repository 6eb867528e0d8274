// The passphrase: set, change, remove.

import { PasswordRegular } from '@fluentui/react-icons/svg/password'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { removeVaultPassphrase } from '../../../backend/vault'
import { Action } from '../../../components/Action'
import { ConfirmDialog } from '../../../components/ConfirmDialog'
import { useNotify } from '../../../components/notify'
import { SettingsCard } from '../../../components/SettingsCard'
import { PassphraseDialog } from '../../../components/vault/PassphraseDialog'
import type { HomeCardProps } from './KeyringCard'

export function PassphraseCard({ homes, onChange }: HomeCardProps) {
  const { t } = useTranslation()
  const notify = useNotify()
  const [asking, setAsking] = useState<'change' | 'remove' | null>(null)
  const close = () => {
    setAsking(null)
    void onChange()
  }
  const set = homes.passphrase
  return (
    <>
      <SettingsCard
        icon={<PasswordRegular />}
        title={t('vault.passphrase.title')}
        state={set ? t('vault.passphrase.set') : t('vault.passphrase.none')}
        testId="card-vault-passphrase"
        control={
          <>
            <Action onPress={() => setAsking('change')} testId="action-set-passphrase">
              {set ? t('vault.passphrase.change') : t('vault.passphrase.doSet')}
            </Action>
            {set && (
              <Action
                appearance="subtle"
                danger
                blocked={homes.sheet === null ? t('vault.passphrase.last') : null}
                name={t('vault.passphrase.removeName')}
                onPress={() => setAsking('remove')}
                testId="action-remove-passphrase"
              >
                {t('vault.passphrase.remove')}
              </Action>
            )}
          </>
        }
      />
      {asking === 'change' && <PassphraseDialog change={set} onClose={close} />}
      {asking === 'remove' && (
        <ConfirmDialog
          title={t('vault.passphrase.removeTitle')}
          text={t('vault.passphrase.removeText')}
          danger
          testId="dialog-remove-passphrase"
          onYes={removeVaultPassphrase}
          onDone={() => {
            notify(t('vault.passphrase.removed'))
            close()
          }}
          onNo={close}
        />
      )}
    </>
  )
}
