// A row of settings: icon, title, one line of state, the control at the end, and content below.

import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  row: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '16px',
    rowGap: '8px',
    minHeight: '68px',
    boxSizing: 'border-box',
    padding: '12px 16px',
    '@media (max-width: 559px)': { flexWrap: 'wrap' },
  },
  icon: { display: 'flex', flexShrink: 0, fontSize: '20px', color: tokens.colorNeutralForeground2 },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, flexBasis: '0', minWidth: '160px', overflowWrap: 'anywhere' },
  state: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  off: { color: tokens.colorNeutralForeground3 },
  control: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    alignItems: 'center',
    columnGap: '8px',
    rowGap: '8px',
    flexShrink: 0,
    maxWidth: '60%',
    '@media (max-width: 559px)': { maxWidth: '100%', marginLeft: 'auto' },
  },
  more: { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  // Rows without lines between them keep their distance from the card's edges.
  padded: { paddingBlock: '4px 8px' },
})

export interface SettingsCardProps {
  icon?: ReactNode
  title: string
  state?: ReactNode
  control?: ReactNode
  /** Grey but readable: it is not available, and `state` explains why. */
  off?: boolean
  children?: ReactNode
  /** What is below has no lines of its own. */
  padded?: boolean
  testId?: string
}

export function SettingsCard({ icon, title, state, control, off = false, children, padded = false, testId }: SettingsCardProps) {
  const styles = useStyles()
  return (
    <div className={styles.card} data-testid={testId} role="group" aria-label={title}>
      <div className={styles.row}>
        {icon && (
          <span className={mergeClasses(styles.icon, off && styles.off)} aria-hidden>
            {icon}
          </span>
        )}
        <div className={styles.words}>
          <Text className={mergeClasses(off && styles.off)}>{title}</Text>
          {state && <div className={styles.state}>{state}</div>}
        </div>
        {control && <div className={styles.control}>{control}</div>}
      </div>
      {children && <div className={mergeClasses(styles.more, padded && styles.padded)}>{children}</div>}
    </div>
  )
}
