// The window was to be closed, or left for another account, in the middle of something that would be lost.

import { useTranslation } from 'react-i18next'

import { cancelRegistration } from '../backend/security-info'
import { ConfirmDialog } from '../components/ConfirmDialog'
import type { Held } from '../state/hold'

export interface CloseQuestionProps {
  held: Held
  /** What the person was about to do. */
  leave: 'close' | 'signOut'
  onLeave: () => Promise<unknown>
  onStay: () => void
}

export function CloseQuestion({ held, leave, onLeave, onStay }: CloseQuestionProps) {
  const { t } = useTranslation()
  const go = async () => {
    // What cannot be discarded now is worth nothing once the session is over.
    if (held === 'registration') await cancelRegistration().catch(() => undefined)
    await onLeave()
  }
  return (
    <ConfirmDialog
      title={t(`leaving.${held}.title`)}
      text={t(`leaving.${held}.text`)}
      yes={t(leave === 'close' ? 'leaving.close' : 'common.signOut')}
      no={t('leaving.stay')}
      testId="dialog-leave"
      onYes={go}
      onDone={onStay}
      onNo={onStay}
    />
  )
}
