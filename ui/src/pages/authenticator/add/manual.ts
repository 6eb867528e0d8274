// A typed account: the content of the form, and the arguments for the shell.

import type { AccountKind, HashAlgorithm, ManualAccount } from '../../../backend/authenticator'
import type { Fault } from '../../../backend/fault'

export interface ManualForm {
  issuer: string
  account: string
  secret: string
  kind: AccountKind
  algorithm: HashAlgorithm
  digits: string
  period: string
  counter: string
}

export const emptyForm: ManualForm = {
  issuer: '',
  account: '',
  secret: '',
  kind: 'totp',
  algorithm: 'SHA1',
  digits: '6',
  period: '30',
  counter: '0',
}

/** The field of a fault. */
const places: Record<string, keyof ManualForm> = {
  account_name_empty: 'account',
  account_name_too_long: 'account',
  account_name_invalid: 'account',
  secret_missing: 'secret',
  secret_not_base32: 'secret',
  secret_too_long: 'secret',
  algorithm_unknown: 'algorithm',
  steam_needs_sha1: 'algorithm',
  digits_out_of_range: 'digits',
  period_out_of_range: 'period',
  counter_out_of_range: 'counter',
}

export function placeOf(fault: Fault | null): keyof ManualForm | null {
  return fault ? (places[fault.code] ?? null) : null
}

/** Whether the fault is at an advanced field. */
export function isAdvanced(place: keyof ManualForm | null): boolean {
  return place !== null && !['issuer', 'account', 'secret'].includes(place)
}

/** A number that the shell accepts as a type; the shell checks the range. */
function numberIn(text: string, code: string, most: number): number {
  const typed = text.normalize('NFKC').trim()
  const number = Number(typed)
  if (!/^\d+$/.test(typed) || number > most) throw { code, params: { value: typed }, correlationId: null, time: Date.now() }
  return number
}

const U32 = 2 ** 32 - 1

/** Throws a fault for a text that is not a number. Parameters that the kind does not have get its defaults. */
export function accountOf(form: ManualForm): ManualAccount {
  const { kind } = form
  const steam = kind === 'steam'
  return {
    issuer: form.issuer.trim(),
    account: form.account.trim(),
    secret: form.secret.normalize('NFKC').trim(),
    kind,
    algorithm: steam ? 'SHA1' : form.algorithm,
    digits: steam ? 5 : numberIn(form.digits, 'digits_out_of_range', U32),
    period: kind === 'totp' ? numberIn(form.period, 'period_out_of_range', U32) : 30,
    counter: kind === 'hotp' ? numberIn(form.counter, 'counter_out_of_range', Number.MAX_SAFE_INTEGER) : 0,
  }
}
