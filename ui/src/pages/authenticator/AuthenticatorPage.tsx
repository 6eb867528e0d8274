// The Authenticator: codes for every account, without a service or a network.

import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Loading } from '../../components/Loading'
import { Notice } from '../../components/Notice'
import { Page } from '../../components/Page'
import { VaultNotices } from '../../components/vault/VaultNotices'
import { useStatus } from '../../state/status'
import { Accounts } from './Accounts'
import { ClockNotice } from './ClockNotice'
import { ChoosePassphrase } from './vault/ChoosePassphrase'
import { LockedVault } from './vault/LockedVault'
import { UnusableVault } from './vault/UnusableVault'

export function AuthenticatorPage() {
  const { t } = useTranslation()
  const status = useStatus()
  const vault = status?.vault ?? { state: 'opening' }
  // The vault is `opening` during a retry: the card is mounted again, and takes the focus back.
  const [asked, setAsked] = useState(false)
  const again = { asked, onAsk: () => setAsked(true) }
  return (
    <Page title={t('authenticator.title')} testId="page-authenticator">
      <ClockNotice />
      {vault.state !== 'opening' && <VaultNotices open={vault.state === 'unlocked'} />}
      {status?.linkWaiting && vault.state === 'locked' && (
        <Notice title={t('scan.linkWaiting')} testId="notice-link-locked">
          {t('scan.linkUnlock')}
        </Notice>
      )}
      {vault.state === 'opening' && <Loading />}
      {vault.state === 'unlocked' && <Accounts />}
      {vault.state === 'passphraseNeeded' && <ChoosePassphrase />}
      {vault.state === 'locked' && <LockedVault keyring={vault.keyring} passphrase={vault.passphrase} {...again} />}
      {vault.state === 'unusable' && <UnusableVault key={vault.code} code={vault.code} {...again} />}
    </Page>
  )
}
