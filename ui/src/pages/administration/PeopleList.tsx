// The rows of people: one stop of the Tab key; the arrows move, Space selects, Enter opens.

import { Badge, Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right'
import { useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import { useTranslation } from 'react-i18next'

import type { AdminUser } from '../../backend/administration'
import { surfaces } from '../../components/surfaces'
import { useNow } from '../../state/clock'
import { useFormats } from '../../state/format'

const PAGE = 10
const columns = '40px minmax(0, 25fr) minmax(0, 13fr) minmax(0, 14fr) minmax(0, 12fr) 28px'

const useStyles = makeStyles({
  grid: { backgroundColor: tokens.colorNeutralBackground1, border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusLarge, overflow: 'hidden' },
  dim: { opacity: 0.6 },
  row: {
    display: 'grid',
    gridTemplateColumns: columns,
    alignItems: 'center',
    minHeight: '60px',
    boxSizing: 'border-box',
    paddingInline: '8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    // Rows that are out of sight cost nothing to draw.
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 60px',
    cursor: 'pointer',
    outline: 'none',
    ':hover': { backgroundColor: surfaces.hover },
    ':focus-visible': { boxShadow: `inset 0 0 0 2px ${tokens.colorStrokeFocus2}` },
    '@media (max-width: 559px)': { gridTemplateColumns: '40px minmax(0, 1fr) 28px' },
  },
  selected: { backgroundColor: surfaces.selected },
  head: {
    minHeight: '40px',
    borderTop: 'none',
    cursor: 'default',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { backgroundColor: 'transparent' },
  },
  cell: { paddingInline: '8px', minWidth: 0, overflowWrap: 'anywhere', '@media (max-width: 559px)': { display: 'none' } },
  name: { display: 'flex', flexDirection: 'column', minWidth: 0, paddingInline: '8px', paddingBlock: '8px' },
  first: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px' },
  below: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
  narrow: { display: 'none', '@media (max-width: 559px)': { display: 'block' } },
  quiet: { color: tokens.colorNeutralForeground3 },
  arrow: { display: 'flex', justifyContent: 'center', color: tokens.colorNeutralForeground3 },
})

export interface PeopleListHandle {
  /** Puts the focus on a row, as after the way back from a person. */
  focus: (index: number) => void
}

export interface PeopleListProps {
  rows: AdminUser[]
  found: number
  /** Newer rows are on their way. */
  dim: boolean
  /** Whose row cannot be selected. */
  own: string
  /** Null where nothing can be done to many. */
  selected: ReadonlySet<string> | null
  onSelected: (selected: ReadonlySet<string>) => void
  onOpen: (index: number) => void
  ref?: Ref<PeopleListHandle>
}

export function PeopleList({ rows, found, dim, own, selected, onSelected, onOpen, ref }: PeopleListProps) {
  const { t } = useTranslation()
  const styles = useStyles()
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
        <Row
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

interface RowProps {
  row: AdminUser
  index: number
  now: number
  current: boolean
  own: boolean
  /** Null where the row cannot be selected. */
  selected: boolean | null
  onFocus: () => void
  onKeyDown: (event: KeyboardEvent) => void
  onToggle: () => void
  onOpen: () => void
}

function Row({ row, index, now, current, own, selected, onFocus, onKeyDown, onToggle, onOpen }: RowProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const state = t(`administration.states.${row.mfaState}`)
  const methods = row.methodKinds.length > 0 ? row.methodKinds.map((kind) => t(`administration.methods.${kind}`)).join(', ') : t('administration.methods.none')
  const when = row.lastSignInDateTime ? format.ago(row.lastSignInDateTime, now) : t('administration.people.never')
  const marks = [row.blockedUntilDateTime && t('administration.people.blocked'), row.lockedUntilDateTime && t('administration.people.locked')].filter((mark): mark is string => Boolean(mark))
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected ?? undefined}
      tabIndex={current ? 0 : -1}
      data-row={index}
      data-testid="person-row"
      className={mergeClasses(styles.row, selected === true && styles.selected)}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      onClick={onOpen}
    >
      {/* The keyboard selects by Space on the row. */}
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events */}
      <div role="gridcell" tabIndex={-1} onClick={(event) => event.stopPropagation()}>
        {selected !== null && <Checkbox checked={selected} onChange={onToggle} tabIndex={-1} aria-label={t('administration.people.select', { name: row.displayName })} data-testid="select-person" />}
      </div>
      <div role="gridcell" className={styles.name}>
        <span className={styles.first}>
          {row.displayName}
          {own && <Badge appearance="tint" size="small">{t('administration.people.you')}</Badge>}
          {row.roles.map((role) => (
            <Badge key={role} appearance="outline" size="small">{t(`administration.roles.${role}`)}</Badge>
          ))}
          {marks.map((mark) => (
            <Badge key={mark} appearance="tint" color="danger" size="small">{mark}</Badge>
          ))}
        </span>
        <span className={styles.below}>{row.userPrincipalName}</span>
        <span className={mergeClasses(styles.below, styles.narrow)}>{[state, methods, when].join(' · ')}</span>
      </div>
      <div role="gridcell" className={styles.cell}>{state}</div>
      <div role="gridcell" className={mergeClasses(styles.cell, row.methodKinds.length === 0 && styles.quiet)}>{methods}</div>
      <div role="gridcell" className={mergeClasses(styles.cell, !row.lastSignInDateTime && styles.quiet)}>{when}</div>
      <div className={styles.arrow} aria-hidden>
        <ChevronRightRegular />
      </div>
    </div>
  )
}
