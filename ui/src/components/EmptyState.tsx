// An empty list: a picture, one sentence, one action.

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  empty: { display: 'flex', flexDirection: 'column', alignItems: 'center', justifyContent: 'center', rowGap: '12px', padding: '40px 16px', minHeight: 'min(400px, 55vh)', boxSizing: 'border-box' },
  picture: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '72px',
    height: '72px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontSize: '32px',
  },
  title: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400 },
  text: { color: tokens.colorNeutralForeground3, maxWidth: '52ch', textWrap: 'balance' },
  actions: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: '8px', marginTop: '4px' },
})

export interface EmptyStateProps {
  icon: ReactNode
  title: string
  text: string
  action?: ReactNode
  testId?: string
}

export function EmptyState({ icon, title, text, action, testId }: EmptyStateProps) {
  const styles = useStyles()
  return (
    <div className={styles.empty} data-testid={testId}>
      <div className={styles.picture} aria-hidden>
        {icon}
      </div>
      <Text align="center" className={styles.title}>{title}</Text>
      <Text align="center" className={styles.text}>{text}</Text>
      {action && <div className={styles.actions}>{action}</div>}
    </div>
  )
}
