// Whether the keyring opens the vault. Switching it off removes the key from it; the last copy stays.

import { Switch, Tooltip } from '@fluentui/react-components'
import { KeyRegular } from '@fluentui/react-icons/svg/key'
import { useTranslation } from 'react-i18next'

import { keepVaultInKeyring, removeVaultFromKeyring, type VaultView } from '../../../backend/vault'
import { FaultBar } from '../../../components/FaultBar'
import { SettingsCard } from '../../../components/SettingsCard'
import { useCommand } from '../../../state/command'

export type Homes = NonNullable<VaultView['keyStorage']>

export interface HomeCardProps {
  homes: Homes
  onChange: () => Promise<void>
}

export function KeyringCard({ homes, onChange }: HomeCardProps) {
  const { t } = useTranslation()
  const { busy, fault, run } = useCommand()
  const holds = homes.keyring === 'holds'
  const second = homes.passphrase || homes.sheet !== null
  const blocked = holds ? (second ? null : t('vault.keyring.last')) : homes.keyring === 'empty' ? null : t(`vault.keyring.${homes.keyring}`)
  const toggle = (wanted: boolean) => {
    if (!blocked) void run(wanted ? keepVaultInKeyring : removeVaultFromKeyring).then(onChange)
  }
  return (
    <>
      {fault && <FaultBar fault={fault} />}
      <SettingsCard
        icon={<KeyRegular />}
        title={t('vault.keyring.title')}
        state={
          <>
            {t(`vault.keyring.${homes.keyring}`)}
            {holds && blocked && ` ${blocked}`}
          </>
        }
        testId="card-vault-keyring"
        control={
          <Tooltip content={blocked ?? ''} relationship="description" visible={blocked ? undefined : false}>
            <Switch
              aria-label={t('vault.keyring.title')}
              data-testid="field-vault-keyring"
              checked={holds}
              disabledFocusable={busy || blocked !== null}
              onChange={(_, { checked }) => toggle(checked)}
            />
          </Tooltip>
        }
      />
    </>
  )
}
