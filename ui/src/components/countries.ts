// Countries and their calling codes, and numbers in the service's format: `+1 4255551234`, `+1 5555551234x123`.

import { AsYouType, getCountries, getCountryCallingCode, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min'

import { plainText } from './typed'

export type { CountryCode }

export interface Country {
  code: CountryCode
  name: string
  callingCode: string
}

/** All countries by their names in a language, in that language's order. */
export function countriesIn(language: string): Country[] {
  const names = new Intl.DisplayNames(language, { type: 'region' })
  const order = new Intl.Collator(language)
  return getCountries()
    .map((code) => ({ code, name: names.of(code) ?? code, callingCode: getCountryCallingCode(code) }))
    .sort((one, other) => order.compare(one.name, other.name))
}

/**
 * The countries that match a search: by a part of the name, with or without its accents, by the typed part of the
 * calling code, or by the two letters.
 */
export function countriesLike(countries: Country[], search: string): Country[] {
  const wanted = plain(search.trim())
  if (wanted === '') return countries
  const code = /^(?:\+|00)?(\d+)$/.exec(wanted)?.[1]
  const found = countries.filter((country) => (code ? country.callingCode.startsWith(code) : plain(country.name).includes(wanted) || country.code.toLowerCase() === wanted))
  // A name that begins with the text is more likely than one that contains it.
  return found.toSorted((one, other) => rank(one, wanted) - rank(other, wanted))
}

const rank = ({ code, name }: Country, wanted: string) => (code.toLowerCase() === wanted || plain(name).startsWith(wanted) ? 0 : 1)

/** Without accents, in small letters. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{Mn}/gu, '').toLowerCase()
}

/** The country of a language tag such as `nl-NL`, or of the tag's likely region. */
export function countryOf(tag: string): CountryCode {
  try {
    const region = new Intl.Locale(tag.replaceAll('_', '-').replace(/\..*$/, '')).maximize().region
    const found = getCountries().find((code) => code === region)
    return found ?? 'US'
  } catch {
    return 'US'
  }
}

/** A national number in the groups of its country, while it is typed. */
export function grouped(national: string, country: CountryCode): string {
  return new AsYouType(country).input(national)
}

/** Splits a whole number with its country code; null if it is invalid. */
export function takeApart(text: string): { country: CountryCode; national: string; extension: string } | null {
  // Formats of links, and with the country code in brackets.
  const trimmed = plainText(text).replace(/^tel:/i, '').replace(/^\(\+(\d+)\)/, '+$1 ').replace(/^00/, '+')
  if (!trimmed.startsWith('+')) return null
  const parsed = parsePhoneNumberFromString(trimmed)
  if (!parsed?.country) return null
  const extension = parsed.ext ?? ''
  // The national format names the extension in English; here it has its own field.
  parsed.ext = undefined
  return { country: parsed.country, national: parsed.formatNational(), extension }
}

/** The number as it is sent and stored. An invalid one is sent unchanged: the service reports the error. */
export function stored(country: CountryCode, national: string, extension = ''): string {
  const callingCode = getCountryCallingCode(country)
  const typed = plainText(national)
  const parsed = parsePhoneNumberFromString(typed, country)
  const digits = plainText(extension).replace(/[ -]/g, '') || (parsed?.ext ?? '')
  const end = digits && `x${digits}`
  if (parsed) return `+${parsed.countryCallingCode} ${parsed.nationalNumber}${end}`
  // It has a country code of its own.
  if (typed.startsWith('+')) return `${typed}${end}`
  return `+${callingCode} ${typed.replace(/[\s()./-]/g, '')}${end}`
}
