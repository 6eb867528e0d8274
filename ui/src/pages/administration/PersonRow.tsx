// One row of the list of people.

import { Badge, Checkbox, mergeClasses } from '@fluentui/react-components'
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

import type { AdminUser } from '../../backend/administration'
import { useFormats } from '../../state/format'
import { usePeopleStyles } from './people-styles'

export interface PersonRowProps {
  row: AdminUser
  index: number
  now: number
  current: boolean
  own: boolean
  /** Null if the row cannot be selected. */
  selected: boolean | null
  onFocus: () => void
  onKeyDown: (event: KeyboardEvent) => void
  onToggle: () => void
  onOpen: () => void
}

export function PersonRow({ row, index, now, current, own, selected, onFocus, onKeyDown, onToggle, onOpen }: PersonRowProps) {
  const { t } = useTranslation()
  const styles = usePeopleStyles()
  const format = useFormats()
  const state = t(`administration.states.${row.mfaState}`)
  const methods = row.methodKinds.length > 0 ? row.methodKinds.map((kind) => t(`administration.methods.${kind}`)).join(', ') : t('administration.methods.none')
  const when = row.lastSignInDateTime ? format.agoAlone(row.lastSignInDateTime, now) : t('administration.people.never')
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
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the keyboard selects by Space on the row */}
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
