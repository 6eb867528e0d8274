// A message at its place on the page that is no fault: why something cannot be done now, or what to know first.

import { makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  bar: { minHeight: 'auto', paddingBlock: '8px', alignItems: 'flex-start', flexShrink: 0 },
  body: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
})

export interface NoticeProps {
  intent?: 'info' | 'warning' | 'success'
  title?: string
  children?: ReactNode
  action?: ReactNode
  testId?: string
}

export function Notice({ intent = 'info', title, children, action, testId }: NoticeProps) {
  const styles = useStyles()
  return (
    <MessageBar intent={intent} layout="multiline" className={styles.bar} data-testid={testId} role="status">
      <MessageBarBody className={styles.body}>
        {title && <MessageBarTitle>{title}</MessageBarTitle>}
        {children}
      </MessageBarBody>
      {action && <MessageBarActions>{action}</MessageBarActions>}
    </MessageBar>
  )
}
