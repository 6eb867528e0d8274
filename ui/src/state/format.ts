// Formats dates, times, durations and numbers in the active language.

import { useTranslation } from 'react-i18next'

import { localeOf } from './language'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** All formats of a locale. */
export function formats(locale: string) {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' })
  const weekdayTime = new Intl.DateTimeFormat(locale, { weekday: 'short', hour: 'numeric', minute: '2-digit' })
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })

  const ago = (iso: string, now: number) => {
    const seconds = Math.max(0, (now - Date.parse(iso)) / 1000)
    if (seconds < MINUTE) return relative.format(0, 'second')
    if (seconds < HOUR) return relative.format(-Math.floor(seconds / MINUTE), 'minute')
    if (seconds < DAY) return relative.format(-Math.floor(seconds / HOUR), 'hour')
    if (seconds < 30 * DAY) return relative.format(-Math.floor(seconds / DAY), 'day')
    return date.format(new Date(iso))
  }
  const capital = (text: string) => text.replace(/^\p{Ll}/u, (first) => first.toLocaleUpperCase(locale))

  return {
    date: (iso: string) => date.format(new Date(iso)),
    day: (iso: string) => day.format(new Date(iso)),
    /** `March 2026`, of `2026-03`. */
    month: (yearAndMonth: string) => month.format(new Date(`${yearAndMonth}-01T00:00:00Z`)),
    time: (iso: string) => time.format(new Date(iso)),
    /** With seconds, to compare two clocks. */
    clock: (moment: number) => clock.format(new Date(moment)),
    /** `Mon 09:02`. */
    weekdayTime: (moment: number) => weekdayTime.format(new Date(moment)),
    dateTime: (moment: string | number) => dateTime.format(new Date(moment)),

    /** `2 minutes ago`, `yesterday`, and after a month the date. */
    ago,

    /** As `ago`, at the start of a text: `Yesterday`. */
    agoAlone: (iso: string, now: number) => capital(ago(iso, now)),

    /** `15 minutes`; seconds below a minute and a half. */
    duration: (seconds: number) => {
      const [value, unit] = seconds < 1.5 * MINUTE ? [Math.ceil(seconds), 'second'] : [Math.ceil(seconds / MINUTE), 'minute']
      return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value)
    },

    /** `Netherlands`, of `NL`. */
    country: (code: string) => countryName(locale, code),

    /** `110%`. */
    percent: (value: number) => new Intl.NumberFormat(locale, { style: 'percent' }).format(value / 100),

    /** `2:59`, for a countdown. */
    countdown: (seconds: number) => `${Math.floor(seconds / MINUTE)}:${String(seconds % MINUTE).padStart(2, '0')}`,
  }
}

/** What the service calls by no code of a country is left as it is. */
function countryName(locale: string, code: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code
  } catch {
    return code
  }
}

export type Formats = ReturnType<typeof formats>

let cached: { locale: string; formats: Formats } | undefined

/** The formats of the active language. */
export function useFormats(): Formats {
  const { i18n } = useTranslation()
  return formatsOf(i18n.language)
}

/** The formats of a language of the window. */
export function formatsOf(language: string): Formats {
  const locale = localeOf(language)
  if (cached?.locale !== locale) cached = { locale, formats: formats(locale) }
  return cached.formats
}
