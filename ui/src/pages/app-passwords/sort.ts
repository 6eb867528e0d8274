// The order of the app passwords: the newest first by default.

import type { AppPassword } from '../../backend/app-passwords'
import type { AppPasswordSort } from '../../backend/app'

export type Column = AppPasswordSort['column']

/** Names start with A, times with the latest. */
const beginsDescending: Record<Column, boolean> = { name: false, created: true, lastUsed: true }

/** The order after a press on a column: another column, or reversed. */
export function pressed(sort: AppPasswordSort, column: Column): AppPasswordSort {
  return { column, descending: sort.column === column ? !sort.descending : beginsDescending[column] }
}

/** An unused one comes after all used ones, and counts as the longest unused. */
export function sorted(rows: AppPassword[], { column, descending }: AppPasswordSort, language: string): AppPassword[] {
  const { compare } = new Intl.Collator(language, { numeric: true, sensitivity: 'base' })
  const time = (iso: string | null) => (iso === null ? Number.NEGATIVE_INFINITY : Date.parse(iso))
  const order: Record<Column, (a: AppPassword, b: AppPassword) => number> = {
    name: (a, b) => compare(a.displayName, b.displayName),
    created: (a, b) => time(a.createdDateTime) - time(b.createdDateTime),
    lastUsed: (a, b) => (a.lastUsedDateTime === b.lastUsedDateTime ? 0 : time(a.lastUsedDateTime) - time(b.lastUsedDateTime)),
  }
  const direction = descending ? -1 : 1
  return rows.toSorted((a, b) => direction * order[column](a, b))
}
