// Checks a name with the service's rule, so that the field shows an error while the person types.

const LONGEST = 64

/** Control characters, and line and paragraph separators. The service removes marks that turn or hide text. */
const forbidden = /[\p{Cc}\u2028\u2029]/u

export function nameFault(name: string): 'empty' | 'tooLong' | 'invisible' | null {
  const shown = name.trim().normalize('NFC')
  if (shown === '') return 'empty'
  if (forbidden.test(shown)) return 'invisible'
  return [...shown].length > LONGEST ? 'tooLong' : null
}
