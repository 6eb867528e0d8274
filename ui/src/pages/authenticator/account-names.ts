// Names and codes as text, shown and read aloud.

import type { TFunction } from 'i18next'

import type { AccountDraft, AccountRow, TrashRow } from '../../backend/authenticator'

/** `Contoso, ann@contoso.example`; either part may be missing. */
export function nameOf({ issuer, account }: Pick<AccountRow | AccountDraft | TrashRow, 'issuer' | 'account'>): string {
  return [issuer, account].filter(Boolean).join(', ')
}

/** The letter of the icon of a row. */
export function initialOf(account: Pick<AccountRow, 'issuer' | 'account'>): string {
  const [first = '#'] = nameOf(account).trim()
  return first.toLocaleUpperCase()
}

/** `492 039`, `1234 5678`, `123 456 789`; up to five symbols are not split. */
export function grouped(code: string): string {
  if (code.length <= 5) return code
  const size = code.length === 8 ? 4 : 3
  return code.length === 7 ? `${code.slice(0, 3)} ${code.slice(3)}` : (code.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join(' ')
}

/** `4 9 2 0 3 9`, so that a screen reader does not read a number. */
export function spelled(code: string): string {
  return [...code].join(' ')
}

/** `GitHub, ann deleted`, or how many. */
export function deletedWords(t: TFunction, accounts: AccountRow[]): string {
  const [first] = accounts
  return first && accounts.length === 1 ? t('authenticator.deleted', { name: nameOf(first) }) : t('authenticator.deletedNumber', { number: accounts.length })
}
