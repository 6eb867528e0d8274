// Tabs: one stop of the Tab key, the arrow keys move between them.

import { makeStyles, tokens } from '@fluentui/react-components'
import { useRef, type KeyboardEvent } from 'react'

import { Tab, tabOfKey, type OneTab } from './Tab'

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', columnGap: '24px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
})

export interface TabsProps<T extends string> {
  label: string
  tabs: OneTab<T>[]
  value: T
  onChange: (value: T) => void
  /** The id of the panel of the current tab; each tab's own id is this and its value. */
  panel: string
}

export function Tabs<T extends string>({ label, tabs, value, onChange, panel }: TabsProps<T>) {
  const styles = useStyles()
  const list = useRef<HTMLDivElement>(null)
  const press = (event: KeyboardEvent) => {
    const tab = tabOfKey(event.key, tabs, value)
    if (!tab) return
    event.preventDefault()
    onChange(tab.value)
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[tabs.indexOf(tab)]?.focus()
  }
  return (
    <div ref={list} role="tablist" aria-label={label} className={styles.list}>
      {tabs.map((tab) => (
        <Tab key={tab.value} tab={tab} current={tab.value === value} panel={panel} onPress={() => onChange(tab.value)} onKeyDown={press} />
      ))}
    </div>
  )
}
