// Tabs: one stop of the Tab key, the arrow keys move between them.

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useRef, type KeyboardEvent } from 'react'

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', columnGap: '24px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  tab: {
    position: 'relative',
    padding: '10px 0',
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    // The first one starts at the page's edge, bold or not.
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, borderRadius: tokens.borderRadiusMedium },
    '::after': { content: '""', position: 'absolute', left: 0, right: 0, bottom: '-1px', height: '3px', borderRadius: tokens.borderRadiusCircular },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    // Where Windows forces its colours, only one of its own stays a line.
    '::after': { backgroundColor: tokens.colorCompoundBrandStroke, '@media (forced-colors: active)': { backgroundColor: 'Highlight' } },
  },
  // The bold text of the current tab must not move its neighbours.
  text: {
    display: 'inline-grid',
    '::after': { content: 'attr(data-text)', gridArea: '1 / 1', fontWeight: tokens.fontWeightSemibold, visibility: 'hidden', height: 0, overflow: 'hidden' },
  },
})

export interface TabsProps<T extends string> {
  label: string
  tabs: { value: T; text: string; testId: string }[]
  value: T
  onChange: (value: T) => void
  /** The id of the panel of the current tab; each tab's own id is this and its value. */
  panel: string
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 }

export function Tabs<T extends string>({ label, tabs, value, onChange, panel }: TabsProps<T>) {
  const styles = useStyles()
  const list = useRef<HTMLDivElement>(null)
  const press = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.value === value)
    const step = steps[event.key]
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? tabs.length - 1 : step === undefined ? -1 : (at + step + tabs.length) % tabs.length
    const tab = tabs[to]
    if (!tab) return
    event.preventDefault()
    onChange(tab.value)
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[to]?.focus()
  }
  return (
    <div ref={list} role="tablist" aria-label={label} className={styles.list}>
      {tabs.map((tab) => {
        const current = tab.value === value
        return (
          <button
            key={tab.value}
            type="button"
            role="tab"
            id={`${panel}-${tab.value}`}
            aria-selected={current}
            aria-controls={current ? panel : undefined}
            tabIndex={current ? 0 : -1}
            className={mergeClasses(styles.tab, current && styles.current)}
            onClick={() => onChange(tab.value)}
            onKeyDown={press}
            data-testid={tab.testId}
          >
            <span className={styles.text} data-text={tab.text}>
              {tab.text}
            </span>
          </button>
        )
      })}
    </div>
  )
}
