// Why what needs the service cannot be done now.

import { useTranslation } from 'react-i18next'

import { useStatus } from '../state/status'

/** The reason that a control shows instead of working; null while the service answers. */
export function useOffline(): string | null {
  const { t } = useTranslation()
  return useStatus()?.connection === 'offline' ? t('offline.reason') : null
}
