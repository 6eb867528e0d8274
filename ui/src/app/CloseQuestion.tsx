// Asks before the window is closed, or the page or the account is left, while the page would lose something.

import { useTranslation } from 'react-i18next'

import { cancelRegistration } from '../backend/security-info'
import { ConfirmDialog } from '../components/ConfirmDialog'
import type { Held } from '../state/hold'

const YES = { close: 'leaving.close', signOut: 'common.signOut', page: 'leaving.discard' } as const

export interface CloseQuestionProps {
  held: Held
  /** The action of the person. */
  leave: 'close' | 'signOut' | 'page'
  onLeave: () => Promise<unknown>
  onStay: () => void
}

export function CloseQuestion({ held, leave, onLeave, onStay }: CloseQuestionProps) {
  const { t } = useTranslation()
  const go = async () => {
    // If it cannot be discarded now, the end of the session makes it worthless.
    if (held === 'registration') await cancelRegistration().catch(() => undefined)
    await onLeave()
  }
  return (
    <ConfirmDialog
      title={t(`leaving.${held}.title`)}
      text={t(`leaving.${held}.text`)}
      yes={t(YES[leave])}
      no={t('leaving.stay')}
      testId="dialog-leave"
      onYes={go}
      onDone={onStay}
      onNo={onStay}
    />
  )
}
