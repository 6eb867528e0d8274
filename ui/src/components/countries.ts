// Countries and their calling codes, and numbers as the service takes them: `+1 4255551234`, `+1 5555551234x123`.

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

/** Those that a person looks for: by a part of the name, with or without its accents, by the calling code as far as it is typed, or by the two letters. */
export function countriesLike(countries: Country[], search: string): Country[] {
  const wanted = plain(search.trim())
  if (wanted === '') return countries
  const code = /^(?:\+|00)?(\d+)$/.exec(wanted)?.[1]
  const found = countries.filter((country) => (code ? country.callingCode.startsWith(code) : plain(country.name).includes(wanted) || country.code.toLowerCase() === wanted))
  // What begins with it is meant more often than what merely holds it.
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

/** A national number with the gaps of its country, while it is typed. */
export function grouped(national: string, country: CountryCode): string {
  return new AsYouType(country).input(national)
}

/** Takes a whole number with its country code apart; null when it is none. */
export function takeApart(text: string): { country: CountryCode; national: string; extension: string } | null {
  // As links write it, and with the country code in brackets.
  const trimmed = plainText(text).replace(/^tel:/i, '').replace(/^\(\+(\d+)\)/, '+$1 ').replace(/^00/, '+')
  if (!trimmed.startsWith('+')) return null
  const parsed = parsePhoneNumberFromString(trimmed)
  if (!parsed?.country) return null
  const extension = parsed.ext ?? ''
  // The national form names the extension in English, which has a field of its own here.
  parsed.ext = undefined
  return { country: parsed.country, national: parsed.formatNational(), extension }
}

/** The number as it is sent and stored. What cannot be understood goes as it was typed: the service says what is wrong. */
export function stored(country: CountryCode, national: string, extension = ''): string {
  const callingCode = getCountryCallingCode(country)
  const parsed = parsePhoneNumberFromString(plainText(national), country)
  const digits = plainText(extension).replace(/[ -]/g, '') || (parsed?.ext ?? '')
  const end = digits && `x${digits}`
  if (parsed) return `+${parsed.countryCallingCode} ${parsed.nationalNumber}${end}`
  return `+${callingCode} ${plainText(national).replace(/[\s()./-]/g, '')}${end}`
}
