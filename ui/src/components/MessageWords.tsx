// The content of a message bar: a title, a sentence, and actions below. Nothing is cut off.

import { makeStyles, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', rowGap: '2px', whiteSpace: 'normal', overflowWrap: 'anywhere', minWidth: 0, paddingBlock: '2px' },
  title: { display: 'block' },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '12px', rowGap: '8px', marginTop: '6px' },
})

/** For the bar itself: Fluent limits message bars to one line by default. */
export const useBarStyles = makeStyles({
  bar: { minHeight: 'auto', paddingBlock: '8px', alignItems: 'flex-start', flexShrink: 0 },
})

export interface MessageWordsProps {
  title?: string
  sentence?: ReactNode
  actions?: ReactNode
  /** Expandable content below. */
  children?: ReactNode
}

export function MessageWords({ title, sentence, actions, children }: MessageWordsProps) {
  const styles = useStyles()
  return (
    <MessageBarBody className={styles.body}>
      {title && <MessageBarTitle className={styles.title}>{title}</MessageBarTitle>}
      {sentence && <span>{sentence}</span>}
      {actions && <span className={styles.actions}>{actions}</span>}
      {children}
    </MessageBarBody>
  )
}
