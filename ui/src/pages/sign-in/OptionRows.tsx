// Options to press: rows of one size with an icon, a name, and a line that distinguishes similar ones.

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right'
import type { ReactNode } from 'react'

import { surfaces } from '../../components/surfaces'

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    margin: 0,
    padding: 0,
    listStyle: 'none',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflow: 'hidden',
  },
  item: { ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` } },
  row: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '12px',
    width: '100%',
    minHeight: '56px',
    boxSizing: 'border-box',
    padding: '8px 12px',
    border: 'none',
    textAlign: 'start',
    font: 'inherit',
    color: 'inherit',
    backgroundColor: tokens.colorNeutralBackground1,
    cursor: 'pointer',
    ':hover': { backgroundColor: surfaces.hover, boxShadow: surfaces.edge },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  waiting: { cursor: 'default', color: tokens.colorNeutralForegroundDisabled },
  icon: { display: 'flex', flexShrink: 0, fontSize: '20px', color: tokens.colorNeutralForeground2 },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  soft: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
})

export interface OptionRow {
  id: string
  icon: ReactNode
  title: string
  hint?: string
  testId: string
}

export interface OptionRowsProps {
  label: string
  options: OptionRow[]
  /** One of them was pressed, and its answer is on its way. */
  busy: boolean
  onPick: (id: string) => void
}

export function OptionRows({ label, options, busy, onPick }: OptionRowsProps) {
  const styles = useStyles()
  return (
    <ul className={styles.list} aria-label={label}>
      {options.map(({ id, icon, title, hint, testId }) => (
        <li key={id} className={styles.item}>
          <button
            type="button"
            className={mergeClasses(styles.row, busy && styles.waiting)}
            aria-disabled={busy || undefined}
            aria-label={hint && `${title} · ${hint}`}
            onClick={() => {
              if (!busy) onPick(id)
            }}
            data-testid={testId}
          >
            <span className={styles.icon} aria-hidden>
              {icon}
            </span>
            <span className={styles.words}>
              {/* A space, so that what reads the text alone keeps the two apart. */}
              <span>{title}</span> {hint && <span className={styles.soft}>{hint}</span>}
            </span>
            <span className={styles.icon} aria-hidden>
              <ChevronRightRegular />
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
