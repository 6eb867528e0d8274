// The phones that received messages and calls, and the codes in messages.

import type { PhoneCall, PhoneMessage } from '../../backend/demo'

export interface Phone {
  number: string
  /** Null until the number is registered. */
  owner: string | null
}

/** Every number once, those of the newest calls first and then those of the newest messages. A number may get its owner later. */
export function phonesOf(messages: PhoneMessage[], calls: PhoneCall[] = []): Phone[] {
  const phones = new Map<string, Phone>()
  for (const { to, owner } of [...calls.toReversed(), ...messages.toReversed()]) {
    const known = phones.get(to)
    phones.set(to, { number: to, owner: known?.owner ?? owner })
  }
  return [...phones.values()]
}

/** Oldest first, each once, also if its event came before the first answer. */
export function inOrder(messages: PhoneMessage[]): PhoneMessage[] {
  const once = new Map(messages.map((message) => [message.id, message]))
  return [...once.values()].sort((one, other) => Date.parse(one.receivedDateTime) - Date.parse(other.receivedDateTime))
}

/** The text before, in and after its code; null without a code. */
export function codeIn(text: string): { before: string; code: string; after: string } | null {
  const found = /(?<!\d)\d{4,8}(?!\d)/.exec(text)
  if (!found) return null
  const [code] = found
  return { before: text.slice(0, found.index), code, after: text.slice(found.index + code.length) }
}
