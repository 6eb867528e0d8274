// How accounts and codes are called, shown, read aloud and found.

import type { AccountDraft, AccountRow } from '../../backend/authenticator'

/** `Contoso, ann@contoso.example`; either part may be missing. */
export function nameOf({ issuer, account }: Pick<AccountRow | AccountDraft, 'issuer' | 'account'>): string {
  return [issuer, account].filter(Boolean).join(', ')
}

/** The letter in front of a row. */
export function initialOf(account: Pick<AccountRow, 'issuer' | 'account'>): string {
  const [first = '#'] = nameOf(account).trim()
  return first.toLocaleUpperCase()
}

/** `492 039`, `1234 5678`, `123 456 789`; up to five symbols stay together. */
export function grouped(code: string): string {
  if (code.length <= 5) return code
  const size = code.length === 8 ? 4 : 3
  return code.length === 7 ? `${code.slice(0, 3)} ${code.slice(3)}` : (code.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join(' ')
}

/** `4 9 2 0 3 9`, so that a screen reader reads no number. */
export function spelled(code: string): string {
  return [...code].join(' ')
}

/** Without marks and case: `Café` is found by `cafe`. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** The accounts that hold every word of a search in issuer or name. */
export function matching(accounts: AccountRow[], search: string): AccountRow[] {
  const words = plain(search).split(/\s+/).filter(Boolean)
  if (words.length === 0) return accounts
  return accounts.filter(({ issuer, account }) => {
    const text = plain(`${issuer} ${account}`)
    return words.every((word) => text.includes(word))
  })
}
