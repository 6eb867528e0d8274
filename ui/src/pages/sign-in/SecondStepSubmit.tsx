// The button of the second step: verifies a code, calls again, or sends a notification again.

import { useTranslation } from 'react-i18next'

import { Action } from '../../components/Action'
import { AgainAction } from '../../components/AgainAction'

export interface SecondStepSubmitProps {
  way: 'code' | 'call' | 'push'
  busy: boolean
  /** The method failed, so it can be started again. */
  failed: boolean
  /** Seconds until it can be started again. */
  wait: number
  complete: boolean
}

export function SecondStepSubmit({ way, busy, failed, wait, complete }: SecondStepSubmitProps) {
  const { t } = useTranslation()
  if (way === 'code') {
    return (
      <Action type="submit" appearance="primary" busy={busy} blocked={complete ? null : t('code.incomplete')} testId="action-verify">
        {t('common.verify')}
      </Action>
    )
  }
  const { words, running, testId } = {
    call: { words: t('phone.callAgain'), running: t('phone.answer'), testId: 'action-call-again' },
    push: { words: t('signIn.pushAgain'), running: t('signIn.pushAgainBlocked'), testId: 'action-send-again' },
  }[way]
  return <AgainAction words={words} wait={wait} blocked={failed ? null : running} busy={busy} testId={testId} />
}
