// The parameters of an account as text.

import { useTranslation } from 'react-i18next'

import type { AccountDraft } from '../../../backend/authenticator'

export function useMaking(): (draft: Pick<AccountDraft, 'kind' | 'digits' | 'period' | 'algorithm'>) => string {
  const { t } = useTranslation()
  return ({ kind, digits, period, algorithm }) => {
    if (kind === 'steam') return t('authenticator.adding.steam', { period })
    if (kind === 'hotp') return t('authenticator.adding.byCounter', { digits, algorithm })
    return t('authenticator.adding.byTime', { digits, period, algorithm })
  }
}
