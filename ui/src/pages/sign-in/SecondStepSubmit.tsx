// The button that ends the second step: verifies a code, calls again, or sends a notification again.

import { useTranslation } from 'react-i18next'

import { Action } from '../../components/Action'

export interface SecondStepSubmitProps {
  way: 'code' | 'call' | 'push'
  busy: boolean
  /** What was started came to nothing, so it can be started again. */
  failed: boolean
  complete: boolean
}

export function SecondStepSubmit({ way, busy, failed, complete }: SecondStepSubmitProps) {
  const { t } = useTranslation()
  const { words, blocked, testId } = {
    code: { words: t('common.verify'), blocked: complete ? null : t('code.incomplete'), testId: 'action-verify' },
    call: { words: t('phone.callAgain'), blocked: failed ? null : t('phone.answer'), testId: 'action-call-again' },
    push: { words: t('signIn.pushAgain'), blocked: failed ? null : t('signIn.pushAgainBlocked'), testId: 'action-send-again' },
  }[way]
  return (
    <Action type="submit" appearance="primary" busy={busy} blocked={blocked} testId={testId}>
      {words}
    </Action>
  )
}
