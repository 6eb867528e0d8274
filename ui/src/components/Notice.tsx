// A notice in its place on the page that is no error of a call: why something is not available, or what to know first.

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
