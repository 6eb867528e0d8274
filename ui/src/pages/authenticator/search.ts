// Finds accounts by text in issuer, account name, note and tags, ignoring case and accents.

import type { AccountRow } from '../../backend/authenticator'

/** The searched text of each account, computed once, so that a key press only compares texts. */
const prepared = new WeakMap<AccountRow, string>()

/** Without accents and case: `cafe` finds `Café`. */
export function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function searched(account: AccountRow): string {
  let text = prepared.get(account)
  if (text === undefined) {
    text = plain([account.issuer, account.account, ...account.tags, account.note].join('\n'))
    prepared.set(account, text)
  }
  return text
}

/** The accounts that contain every word of a search. */
export function matching(accounts: AccountRow[], search: string): AccountRow[] {
  const words = plain(search).split(/\s+/).filter(Boolean)
  if (words.length === 0) return accounts
  return accounts.filter((account) => {
    const text = searched(account)
    return words.every((word) => text.includes(word))
  })
}
