// The section Vault: its folder, its keys, its backups, and when it locks.

import { useTranslation } from 'react-i18next'

import { onAuthenticatorChanged } from '../../../backend/authenticator'
import { vault } from '../../../backend/vault'
import { Notice } from '../../../components/Notice'
import { VaultNotices } from '../../../components/vault/VaultNotices'
import { useStatus } from '../../../state/status'
import { useView } from '../../../state/view'
import { BackupsCard } from './BackupsCard'
import { KeyringCard } from './KeyringCard'
import { LockingCard } from './LockingCard'
import { PassphraseCard } from './PassphraseCard'
import { PlaceCard } from './PlaceCard'
import { SheetCard } from './SheetCard'

export function VaultSection() {
  const { t } = useTranslation()
  const open = useStatus()?.vault.state === 'unlocked'
  const { view, reload } = useView(vault, onAuthenticatorChanged)
  if (!view) return null
  const homes = open ? view.keyStorage : null
  return (
    <>
      <VaultNotices open={open} />
      <PlaceCard view={view} open={open} onChange={reload} />
      {!open && <Notice testId="notice-vault-closed">{t('vault.closed')}</Notice>}
      {homes && (
        <>
          <KeyringCard homes={homes} onChange={reload} />
          <PassphraseCard homes={homes} onChange={reload} />
          <SheetCard homes={homes} onChange={reload} />
          <BackupsCard newest={view.newestBackup} copied={view.copied} onChange={reload} />
        </>
      )}
      <LockingCard triggers={view.triggers} />
    </>
  )
}
