// Why no app password can be created, and the next step.

import { useTranslation } from 'react-i18next'

import type { AppPasswordsUnavailable } from '../../backend/app-passwords'
import { Notice } from '../../components/Notice'

export function UnavailableNotice({ reason, limit }: { reason: AppPasswordsUnavailable; limit: number }) {
  const { t } = useTranslation()
  return (
    <Notice title={t(`appPasswords.unavailable.${reason}.why`, { limit })} testId={`app-passwords-unavailable-${reason}`}>
      {t(`appPasswords.unavailable.${reason}.next`)}
    </Notice>
  )
}
