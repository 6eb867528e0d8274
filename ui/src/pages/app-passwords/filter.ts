// Which app passwords the list shows: all, those that were never used, or those that were not used for a long time.

import type { AppPassword } from '../../backend/app-passwords'

export const usages = ['all', 'never', 'long'] as const
export type Usage = (typeof usages)[number]

/** The days after which an app password counts as unused. */
export const UNUSED_DAYS = 90
const DAY = 24 * 60 * 60 * 1000

/** An app password that was never used counts from its creation. */
export function hasUsage(row: AppPassword, usage: Usage, now: number): boolean {
  if (usage === 'never') return row.lastUsedDateTime === null
  const last = Date.parse(row.lastUsedDateTime ?? row.createdDateTime)
  return usage === 'all' || now - last >= UNUSED_DAYS * DAY
}
