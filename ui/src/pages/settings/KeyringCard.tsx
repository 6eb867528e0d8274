// Whether the system's keyring stores keys, and what does not work without it.

import { KeyRegular } from '@fluentui/react-icons/svg/key'
import { useTranslation } from 'react-i18next'

import type { KeyringState } from '../../backend/app'
import { SettingsCard } from '../../components/SettingsCard'

export function KeyringCard({ keyring }: { keyring: KeyringState }) {
  const { t } = useTranslation()
  const state = {
    working: () => t('settings.keyringWorking', { name: keyring.state === 'working' ? keyring.name : '' }),
    unavailable: () => `${t('settings.keyringUnavailable')} ${t('settings.keyringLost')}${keyring.state === 'unavailable' && keyring.detail ? ` (${keyring.detail})` : ''}`,
    off: () => `${t('settings.keyringOff')} ${t('settings.keyringLost')}`,
  }[keyring.state]()
  return <SettingsCard icon={<KeyRegular />} title={t('settings.keyring')} state={state} testId="card-keyring" />
}
