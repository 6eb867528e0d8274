// A button that repeats an action. While the service asks to wait, it shows the remaining time.

import { useTranslation } from 'react-i18next'

import { useFormats } from '../state/format'
import { Action } from './Action'

export interface AgainActionProps {
  words: string
  /** Seconds until it is enabled. */
  wait: number
  blocked?: string | null
  busy: boolean
  testId: string
}

export function AgainAction({ words, wait, blocked = null, busy, testId }: AgainActionProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const waits = wait > 0 ? t('common.againIn', { time: format.duration(wait) }) : null
  return (
    <Action type="submit" appearance="primary" busy={busy} blocked={blocked ?? waits} testId={testId}>
      {wait > 0 && !blocked ? t('common.againCountdown', { action: words, time: format.countdown(wait) }) : words}
    </Action>
  )
}
