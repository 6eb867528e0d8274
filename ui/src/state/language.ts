// The language of the window: chosen, or the system's. Its texts are loaded when they are needed.

import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'

import type { Language } from '../backend/app'
import type en from '../locales/en'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en }
  }
}

/** The languages in the order of the settings page, each by its own name. */
export const languages: { id: Language; name: string }[] = [
  { id: 'en', name: 'English' },
  { id: 'zh-TW', name: '繁體中文' },
  { id: 'zh-CN', name: '简体中文' },
  { id: 'nl', name: 'Nederlands' },
]

const words: Record<Language, () => Promise<{ default: object }>> = {
  en: () => import('../locales/en'),
  'zh-TW': () => import('../locales/zh-TW'),
  'zh-CN': () => import('../locales/zh-CN'),
  nl: () => import('../locales/nl'),
}

/** The language for a system's language tag: Traditional and Simplified Chinese never replace each other. */
export function languageFor(tag: string): Language {
  const [primary, ...rest] = tag.replaceAll('_', '-').toLowerCase().split('-')
  if (primary === 'nl') return 'nl'
  if (primary !== 'zh') return 'en'
  const traditional = rest.includes('hant') || (!rest.includes('hans') && rest.some((part) => ['tw', 'hk', 'mo'].includes(part)))
  return traditional ? 'zh-TW' : 'zh-CN'
}

/** The desktop's format of dates, a language tag. */
let systemLocale: string | null = null
let followsSystem = true

/** Sets what the shell reports about the desktop. */
export function takeSystemLocale(locale: string | null) {
  systemLocale = locale
}

/** The region of the desktop, a language tag. */
export const systemTag = () => systemLocale ?? navigator.language

/** The locale of dates and numbers: the window's language, with the desktop's region if the language is the desktop's. */
export function localeOf(language: string): string {
  if (!followsSystem || !systemLocale) return language
  try {
    const { region } = new Intl.Locale(systemLocale)
    const { language: primary, script } = new Intl.Locale(language).maximize()
    return region ? new Intl.Locale(primary, { script, region }).minimize().toString() : language
  } catch {
    // The tag may be malformed.
    return language
  }
}

/** Switches to the chosen language, or the system's. */
export async function speak(chosen: Language | null): Promise<void> {
  followsSystem = chosen === null
  const language = chosen ?? languageFor(navigator.language)
  const { default: translation } = await words[language]()
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      lng: language,
      fallbackLng: 'en',
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    })
  }
  i18next.addResourceBundle(language, 'translation', translation, true, true)
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}
