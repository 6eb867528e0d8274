// Finds accounts by what is typed: in issuer, account, note and tags, whatever the case and the marks on letters.

import type { AccountRow } from '../../backend/authenticator'

/** What is searched of each account, made once: of a thousand accounts, a key pressed compares texts and does no more. */
const prepared = new WeakMap<AccountRow, string>()

/** Without marks and case: `Café` is found by `cafe`. */
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

/** The accounts that hold every word of a search. */
export function matching(accounts: AccountRow[], search: string): AccountRow[] {
  const words = plain(search).split(/\s+/).filter(Boolean)
  if (words.length === 0) return accounts
  return accounts.filter((account) => {
    const text = searched(account)
    return words.every((word) => text.includes(word))
  })
}
