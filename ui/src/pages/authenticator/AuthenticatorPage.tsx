// The Authenticator: codes for every account, with no service and no network.

import { useTranslation } from 'react-i18next'

import { Loading } from '../../components/Loading'
import { Page } from '../../components/Page'
import { useStatus } from '../../state/status'
import { Accounts } from './Accounts'
import { ClockNotice } from './ClockNotice'
import { ChoosePassphrase } from './vault/ChoosePassphrase'
import { UnlockVault } from './vault/UnlockVault'
import { UnusableVault } from './vault/UnusableVault'

export function AuthenticatorPage() {
  const { t } = useTranslation()
  const vault = useStatus()?.vault ?? { state: 'opening' }
  return (
    <Page title={t('authenticator.title')} testId="page-authenticator">
      <ClockNotice />
      {vault.state === 'opening' && <Loading />}
      {vault.state === 'unlocked' && <Accounts />}
      {vault.state === 'passphraseNeeded' && <ChoosePassphrase />}
      {vault.state === 'locked' && <UnlockVault />}
      {vault.state === 'unusable' && <UnusableVault key={vault.code} code={vault.code} />}
    </Page>
  )
}

// Pages are fetched when they are opened, and `lazy` wants a default.
export default AuthenticatorPage
