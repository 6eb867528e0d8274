// A row that opens a page: icon, title, a summary, and an arrow. All of it can be pressed.

import { makeStyles, tokens } from '@fluentui/react-components'
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right'
import type { ReactNode } from 'react'

import { surfaces } from '../../components/surfaces'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '16px',
    width: '100%',
    minHeight: '68px',
    boxSizing: 'border-box',
    padding: '12px 16px',
    textAlign: 'start',
    font: 'inherit',
    color: 'inherit',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    cursor: 'pointer',
    ':hover': { backgroundColor: surfaces.hover, boxShadow: surfaces.edge },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  icon: { display: 'flex', flexShrink: 0, fontSize: '20px', color: tokens.colorNeutralForeground2 },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  state: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
})

export interface NavCardProps {
  icon: ReactNode
  title: string
  state: string
  onOpen: () => void
  testId: string
}

export function NavCard({ icon, title, state, onOpen, testId }: NavCardProps) {
  const styles = useStyles()
  return (
    <button type="button" className={styles.card} onClick={onOpen} data-testid={testId}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <span className={styles.words}>
        <span>{title}</span>
        <span className={styles.state}>{state}</span>
      </span>
      <span className={styles.icon} aria-hidden>
        <ChevronRightRegular />
      </span>
    </button>
  )
}
