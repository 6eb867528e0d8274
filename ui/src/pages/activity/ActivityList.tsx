// The rows grouped by day, the newest day first.

import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import type { Row } from '../../backend/activity'
import { useNow } from '../../state/clock'
import { useFormats } from '../../state/format'
import { ActivityRow, type ActivityRowProps } from './ActivityRow'

const MINUTE = 60_000
const DAY = 1440 * MINUTE

const useStyles = makeStyles({
  day: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  heading: { margin: '8px 0 0' },
  list: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
})

/** The rows of each day, in their order. */
export function byDay(rows: Row[]): [day: string, rows: Row[]][] {
  const days = new Map<string, Row[]>()
  for (const row of rows) {
    const day = new Date(row.createdDateTime).toDateString()
    days.set(day, [...(days.get(day) ?? []), row])
  }
  return [...days]
}

export function ActivityList({ rows, ...rest }: { rows: Row[] } & Omit<ActivityRowProps, 'row'>) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const now = useNow(MINUTE)
  const today = new Date(now).toDateString()
  const yesterday = new Date(now - DAY).toDateString()
  const nameOf = (day: string, first: Row | undefined) => {
    if (day === today) return t('activity.today')
    if (day === yesterday) return t('activity.yesterday')
    return first ? format.day(first.createdDateTime) : day
  }
  return byDay(rows).map(([day, those]) => (
    <section key={day} className={styles.day} data-testid="activity-day">
      <Subtitle2 as="h2" className={styles.heading}>
        {nameOf(day, those[0])}
      </Subtitle2>
      <ul className={styles.list}>
        {those.map((row) => (
          <ActivityRow key={row.id} row={row} {...rest} />
        ))}
      </ul>
    </section>
  ))
}
