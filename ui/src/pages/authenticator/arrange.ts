// The order of the list, and its groups by tag.

import type { AccountRow } from '../../backend/authenticator'
import type { AccountSort } from '../../backend/app'

/** Sorted as chosen, pinned accounts first. Equal ones keep the person's own order. */
export function sorted(accounts: AccountRow[], sort: AccountSort, language: string): AccountRow[] {
  const collator = new Intl.Collator(language, { sensitivity: 'base', numeric: true })
  const byName = (one: AccountRow, other: AccountRow) =>
    collator.compare(one.issuer || one.account, other.issuer || other.account) || collator.compare(one.account, other.account)
  const compare = {
    own: () => 0,
    name: byName,
    recent: (one: AccountRow, other: AccountRow) => (other.used ?? 0) - (one.used ?? 0),
    mostUsed: (one: AccountRow, other: AccountRow) => other.uses - one.uses,
  }[sort]
  return [...accounts].sort((one, other) => Number(other.pinned) - Number(one.pinned) || compare(one, other))
}

export interface Tag {
  name: string
  count: number
}

const same = (tag: string) => tag.toLowerCase()

/** Every tag with the number of its accounts, by name. Tags that differ only in case are one. */
export function tagsOf(accounts: AccountRow[], language: string): Tag[] {
  const tags = new Map<string, Tag>()
  for (const name of accounts.flatMap((account) => account.tags)) {
    const tag = tags.get(same(name)) ?? { name, count: 0 }
    tag.count += 1
    tags.set(same(name), tag)
  }
  return [...tags.values()].sort((one, other) => one.name.localeCompare(other.name, language))
}

/** The accounts with this tag; null for all. */
export function tagged(accounts: AccountRow[], tag: string | null): AccountRow[] {
  return tag === null ? accounts : accounts.filter(({ tags }) => tags.some((had) => same(had) === same(tag)))
}

/** The positions to which an account may move: pinned ones stay among themselves, and so do the others. */
export function reach(shown: AccountRow[], id: string): { first: number; last: number } {
  const pinned = shown.find((account) => account.id === id)?.pinned ?? false
  const first = shown.findIndex((account) => account.pinned === pinned)
  return { first, last: shown.findLastIndex((account) => account.pinned === pinned) }
}

/**
 * The account before which one must be in the person's own order, so that the list shows it at `to`. `shown` is the
 * present list, pinned accounts first; `own` is the own order without that. Undefined means at the end.
 */
export function placeBefore(own: AccountRow[], shown: AccountRow[], id: string, to: number): string | undefined {
  const pinned = shown.find((account) => account.id === id)?.pinned ?? false
  const others = shown.filter((account) => account.pinned === pinned && account.id !== id)
  const at = Math.max(0, to - reach(shown, id).first)
  const next = others[at]
  if (next) return next.id
  const last = others.at(-1)
  const rest = own.filter((account) => account.id !== id)
  return last && rest[rest.indexOf(last) + 1]?.id
}
