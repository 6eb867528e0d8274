// The rows of people: one stop of the Tab key; the arrows move, Space selects, Enter opens.

import { Checkbox, mergeClasses } from '@fluentui/react-components'
import { useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import { useTranslation } from 'react-i18next'

import type { AdminUser } from '../../backend/administration'
import { useNow } from '../../state/clock'
import { PersonRow } from './PersonRow'
import { usePeopleStyles } from './people-styles'

const PAGE = 10
export interface PeopleListHandle {
  /** Focuses a row, for instance after returning from a person. */
  focus: (index: number) => void
}

export interface PeopleListProps {
  rows: AdminUser[]
  found: number
  /** Newer rows are loading. */
  dim: boolean
  /** The person whose row cannot be selected. */
  own: string
  /** Null if there are no bulk actions. */
  selected: ReadonlySet<string> | null
  onSelected: (selected: ReadonlySet<string>) => void
  onOpen: (index: number) => void
  ref?: Ref<PeopleListHandle>
}

export function PeopleList({ rows, found, dim, own, selected, onSelected, onOpen, ref }: PeopleListProps) {
  const { t } = useTranslation()
  const styles = usePeopleStyles()
  const grid = useRef<HTMLDivElement>(null)
  const now = useNow(60_000)
  const [at, setAt] = useState(0)
  const current = Math.min(at, Math.max(0, rows.length - 1))
  const focus = (index: number) => {
    const to = Math.max(0, Math.min(rows.length - 1, index))
    setAt(to)
    grid.current?.querySelector<HTMLElement>(`[data-row="${to}"]`)?.focus()
  }
  useImperativeHandle(ref, () => ({ focus }))
  const selectable = (row: AdminUser) => selected !== null && row.userPrincipalName !== own
  const toggle = (row: AdminUser, on?: boolean) => {
    if (!selected || !selectable(row)) return
    const next = new Set(selected)
    if (on ?? !next.has(row.userPrincipalName)) next.add(row.userPrincipalName)
    else next.delete(row.userPrincipalName)
    onSelected(next)
  }
  const all = rows.filter(selectable).map((row) => row.userPrincipalName)
  const chosen = all.filter((upn) => selected?.has(upn)).length
  const toggleAll = () => onSelected(new Set(chosen === all.length ? [] : all))

  const press = (event: KeyboardEvent) => {
    const row = rows[current]
    if (!row) return
    const steps: Record<string, number> = { ArrowDown: current + 1, ArrowUp: current - 1, PageDown: current + PAGE, PageUp: current - PAGE, Home: 0, End: rows.length - 1 }
    const to = steps[event.key]
    if (to !== undefined) {
      event.preventDefault()
      if (event.shiftKey) toggle(row, true)
      focus(to)
      const reached = rows[Math.max(0, Math.min(rows.length - 1, to))]
      if (event.shiftKey && reached && selected && selectable(reached)) onSelected(new Set([...selected, ...(selectable(row) ? [row.userPrincipalName] : []), reached.userPrincipalName]))
    } else if (event.key === ' ') {
      event.preventDefault()
      toggle(row)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      onOpen(current)
    } else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      onSelected(new Set(all))
    } else if (event.key === 'Escape' && selected && selected.size > 0) {
      event.preventDefault()
      event.stopPropagation()
      onSelected(new Set())
    }
  }

  return (
    <div ref={grid} role="grid" aria-label={t('administration.people.list')} aria-rowcount={found + 1} aria-multiselectable={selected !== null} aria-busy={dim} className={mergeClasses(styles.grid, dim && styles.dim)} data-testid="people">
      <div role="row" aria-rowindex={1} className={mergeClasses(styles.row, styles.head)}>
        <div role="columnheader">
          {selected && (
            <Checkbox
              checked={chosen === 0 ? false : chosen === all.length ? true : 'mixed'}
              onChange={toggleAll}
              aria-label={t('administration.people.selectAll')}
              data-testid="select-all"
            />
          )}
        </div>
        <div role="columnheader" className={styles.name}>{t('administration.people.columns.name')}</div>
        <div role="columnheader" className={styles.cell}>{t('administration.people.columns.state')}</div>
        <div role="columnheader" className={styles.cell}>{t('administration.people.columns.methods')}</div>
        <div role="columnheader" className={styles.cell}>{t('administration.people.columns.lastSignIn')}</div>
        <div aria-hidden />
      </div>
      {rows.map((row, index) => (
        <PersonRow
          key={row.userPrincipalName}
          row={row}
          index={index}
          now={now}
          current={index === current}
          own={row.userPrincipalName === own}
          selected={selectable(row) ? (selected?.has(row.userPrincipalName) ?? false) : null}
          onFocus={() => setAt(index)}
          onKeyDown={press}
          onToggle={() => toggle(row)}
          onOpen={() => onOpen(index)}
        />
      ))}
    </div>
  )
}
