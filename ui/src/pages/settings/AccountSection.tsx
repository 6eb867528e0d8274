// The section Account: the signed-in person, and the keyring.

import { useTranslation } from 'react-i18next'

import type { KeyringState } from '../../backend/app'
import { Notice } from '../../components/Notice'
import { useStatus } from '../../state/status'
import { AccountCard } from './AccountCard'
import { KeyringCard } from './KeyringCard'

export function AccountSection({ keyring }: { keyring: KeyringState | null }) {
  const { t } = useTranslation()
  const person = useStatus()?.person
  return (
    <>
      {person ? <AccountCard person={person} /> : <Notice testId="notice-signed-out">{t('settings.signedOut')}</Notice>}
      {keyring && <KeyringCard keyring={keyring} />}
    </>
  )
}
