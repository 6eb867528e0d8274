// Why actions that need the service are not available.

import { useTranslation } from 'react-i18next'

import { useStatus } from '../state/status'

/** The reason that a disabled control shows; null while the service answers. */
export function useOffline(): string | null {
  const { t } = useTranslation()
  return useStatus()?.connection === 'offline' ? t('offline.reason') : null
}
