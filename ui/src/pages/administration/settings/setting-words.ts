// Settings and their values as texts.

import type { TFunction } from 'i18next'

import type { Setting, SettingValue } from '../../../backend/administration'
import { localeOf } from '../../../state/language'
import type { Wrong } from './draft'
import { isKnown, lookOf } from './groups'

/** A setting that this app does not know has its key as its name. */
export const nameOf = (t: TFunction, key: string): string => (isKnown(key) ? t(`serviceSettings.keys.${key}.name`) : key)

export const hintOf = (t: TFunction, key: string): string => (isKnown(key) ? t(`serviceSettings.keys.${key}.hint`) : '')

const UNITS = { days: 'day', minutes: 'minute', seconds: 'second' } as const

const unitOf = (key: string) => {
  const look = lookOf(key)
  return look === 'days' || look === 'minutes' || look === 'seconds' ? UNITS[look] : null
}

const numberFormat = (language: string, unit: string | null) => new Intl.NumberFormat(localeOf(language), unit ? { style: 'unit', unit, unitDisplay: 'long' } : {})

/** The word after the field of a number: *minutes*. */
export function unitWord(key: string, typed: string, language: string): string | null {
  const unit = unitOf(key)
  if (!unit) return null
  const parts = numberFormat(language, unit).formatToParts(Number(typed) || 0)
  return parts.find(({ type }) => type === 'unit')?.value ?? null
}

/** A value as it is read: *On*, *14 days*, *None*. */
export function valueWords(t: TFunction, language: string, { key, kind }: Setting, value: SettingValue): string {
  if (kind === 'truth') return lookOf(key) === 'choice' ? t(value === true ? 'serviceSettings.allowed' : 'serviceSettings.notAllowed') : t(value === true ? 'serviceSettings.on' : 'serviceSettings.off')
  if (kind === 'text') return String(value) || t('serviceSettings.none')
  if (typeof value !== 'number') return String(value)
  if (key === 'logRetentionDays' && value === 0) return t('serviceSettings.forEver')
  return numberFormat(language, unitOf(key)).format(value)
}

/** *On → Off*. */
export const fromTo = (from: string, to: string) => `${from} → ${to}`

export function wrongWords(t: TFunction, language: string, wrong: Wrong): string {
  const number = (value: number) => numberFormat(language, null).format(value)
  switch (wrong.why) {
    case 'number':
      return t('serviceSettings.wrong.number', { least: number(wrong.least), most: number(wrong.most) })
    case 'network':
      return t('serviceSettings.wrong.network', { network: wrong.network })
    case 'everywhere':
      return t('serviceSettings.wrong.everywhere', { network: wrong.network })
    case 'tooMany':
      return t('serviceSettings.wrong.tooMany', { most: wrong.most })
    case 'organization':
      return t('serviceSettings.wrong.organization')
    case 'tooLong':
      return t('serviceSettings.wrong.tooLong')
  }
}
