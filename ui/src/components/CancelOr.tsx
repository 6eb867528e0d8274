// The two buttons at the end of a form: *Cancel*, and its action.

import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { Action } from './Action'

export interface CancelOrProps {
  onCancel: () => void
  busy: boolean
  /** Why the form cannot be submitted now. */
  blocked?: string | null
  testId: string
  children: ReactNode
}

export function CancelOr({ onCancel, busy, blocked, testId, children }: CancelOrProps) {
  const { t } = useTranslation()
  return (
    <>
      <Action onPress={onCancel} testId="action-cancel">
        {t('common.cancel')}
      </Action>
      <Action type="submit" appearance="primary" busy={busy} blocked={blocked} testId={testId}>
        {children}
      </Action>
    </>
  )
}
