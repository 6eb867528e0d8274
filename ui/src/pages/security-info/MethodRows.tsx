// The lines of a card: one for each app or token, with its name, details, and buttons.

import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    padding: '8px 16px 8px 52px',
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
    '@media (max-width: 559px)': { paddingLeft: '16px' },
  },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: '140px', overflowWrap: 'anywhere' },
  soft: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  warning: { color: tokens.colorStatusDangerForeground1, fontSize: tokens.fontSizeBase200 },
  first: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px', rowGap: '2px' },
  badge: { flexShrink: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginLeft: 'auto' },
})

export function MethodRows({ children }: { children: ReactNode }) {
  return <ul className={useStyles().list}>{children}</ul>
}

export interface MethodRowProps {
  name: string
  /** A mark, such as for this computer. */
  mark?: string | false
  /** Details; empty parts are omitted. */
  facts: (string | null | undefined | false)[]
  /** Why it no longer works. */
  warning?: string | null
  /** Its buttons. */
  children: ReactNode
  testId: string
}

export function MethodRow({ name, mark, facts, warning, children, testId }: MethodRowProps) {
  const styles = useStyles()
  return (
    <li className={styles.row} data-testid={testId}>
      <div className={styles.words}>
        <span className={styles.first}>
          <Text>{name}</Text>
          {mark && (
            <Badge appearance="tint" className={styles.badge}>
              {mark}
            </Badge>
          )}
        </span>
        <Text className={styles.soft}>{facts.filter(Boolean).join(' · ')}</Text>
        {warning && <Text className={styles.warning}>{warning}</Text>}
      </div>
      <div className={styles.buttons}>{children}</div>
    </li>
  )
}
