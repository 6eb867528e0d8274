// What is wrong with a name before the service is asked: the same rule, so that the field says it while somebody types.

const LONGEST = 64

/** Control characters, and line and paragraph separators. What turns or hides text is left out by the service. */
const forbidden = /[\p{Cc}\u2028\u2029]/u

export function nameFault(name: string): 'empty' | 'tooLong' | 'invisible' | null {
  const shown = name.trim().normalize('NFC')
  if (shown === '') return 'empty'
  if (forbidden.test(shown)) return 'invisible'
  return [...shown].length > LONGEST ? 'tooLong' : null
}
