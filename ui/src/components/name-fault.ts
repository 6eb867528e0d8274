// What is wrong with a name before the service is asked: the same rule, so that the field says it while somebody types.

const LONGEST = 64

/** Control characters, and those that turn or hide text. */
const forbidden = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u

export function nameFault(name: string): 'empty' | 'tooLong' | 'invisible' | null {
  const shown = name.trim().normalize('NFC')
  if (shown === '') return 'empty'
  if (forbidden.test(shown)) return 'invisible'
  return [...shown].length > LONGEST ? 'tooLong' : null
}
