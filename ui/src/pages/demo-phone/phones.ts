// Whose phones the messages and calls went to, and the codes in them.

import type { PhoneCall, PhoneMessage } from '../../backend/demo'

export interface Phone {
  number: string
  /** Null while nobody has set the number up. */
  owner: string | null
}

/** Every number once, those of the newest calls and then of the newest messages first. A number may find its owner later. */
export function phonesOf(messages: PhoneMessage[], calls: PhoneCall[] = []): Phone[] {
  const phones = new Map<string, Phone>()
  for (const { to, owner } of [...calls.toReversed(), ...messages.toReversed()]) {
    const known = phones.get(to)
    phones.set(to, { number: to, owner: known?.owner ?? owner })
  }
  return [...phones.values()]
}

/** Oldest first; one that was heard before the first answer came does not stand there twice. */
export function inOrder(messages: PhoneMessage[]): PhoneMessage[] {
  const once = new Map(messages.map((message) => [message.id, message]))
  return [...once.values()].sort((one, other) => Date.parse(one.receivedDateTime) - Date.parse(other.receivedDateTime))
}

/** The text before, within and after its code; null when it holds none. */
export function codeIn(text: string): { before: string; code: string; after: string } | null {
  const found = /(?<!\d)\d{4,8}(?!\d)/.exec(text)
  if (!found) return null
  const [code] = found
  return { before: text.slice(0, found.index), code, after: text.slice(found.index + code.length) }
}
