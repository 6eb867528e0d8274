// A notice on the page. It says why something is not available, or what to know before an action. Errors have `FaultBar`.

import { MessageBar } from '@fluentui/react-components'
import type { ReactNode } from 'react'

import { MessageWords, useBarStyles } from './MessageWords'

export interface NoticeProps {
  intent?: 'info' | 'warning' | 'success' | 'error'
  title?: string
  children?: ReactNode
  action?: ReactNode
  /** Expandable content below. */
  more?: ReactNode
  testId?: string
}

export function Notice({ intent = 'info', title, children, action, more, testId }: NoticeProps) {
  const styles = useBarStyles()
  return (
    <MessageBar intent={intent} layout="multiline" className={styles.bar} data-testid={testId} role="status">
      <MessageWords title={title} sentence={children} actions={action}>
        {more}
      </MessageWords>
    </MessageBar>
  )
}
