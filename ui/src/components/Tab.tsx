// One tab of a list of tabs.

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { KeyboardEvent, Ref } from 'react'

const useStyles = makeStyles({
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
    whiteSpace: 'nowrap',
    '::after': { content: 'attr(data-text)', gridArea: '1 / 1', fontWeight: tokens.fontWeightSemibold, visibility: 'hidden', height: 0, overflow: 'hidden' },
  },
})

export interface OneTab<T extends string> {
  value: T
  text: string
  testId: string
}

export interface TabProps {
  tab: OneTab<string>
  current: boolean
  /** The id of the panel of the current tab; the tab's own id is this and its value. */
  panel: string
  onPress: () => void
  onKeyDown: (event: KeyboardEvent) => void
  className?: string
  ref?: Ref<HTMLButtonElement>
}

export function Tab({ tab, current, panel, onPress, onKeyDown, className, ref }: TabProps) {
  const styles = useStyles()
  return (
    <button
      ref={ref}
      type="button"
      role="tab"
      id={`${panel}-${tab.value}`}
      aria-selected={current}
      aria-controls={current ? panel : undefined}
      tabIndex={current ? 0 : -1}
      className={mergeClasses(styles.tab, current && styles.current, className)}
      onClick={onPress}
      onKeyDown={onKeyDown}
      data-testid={tab.testId}
    >
      <span className={styles.text} data-text={tab.text}>
        {tab.text}
      </span>
    </button>
  )
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 }

/** The tab to which a key leads. */
export function tabOfKey<T extends string>(key: string, tabs: OneTab<T>[], value: T): OneTab<T> | undefined {
  const step = steps[key]
  const at = tabs.findIndex((tab) => tab.value === value)
  if (key === 'Home') return tabs[0]
  if (key === 'End') return tabs.at(-1)
  return step === undefined ? undefined : tabs[(at + step + tabs.length) % tabs.length]
}
