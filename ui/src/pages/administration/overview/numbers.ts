// Numbers as the language writes them.

import { useTranslation } from 'react-i18next'

import { localeOf } from '../../../state/language'

export function useNumbers(): (value: number) => string {
  const { i18n } = useTranslation()
  const format = new Intl.NumberFormat(localeOf(i18n.language))
  return (value) => format.format(value)
}
