// The verdict on a row of an imported list as text.

import type { TFunction } from 'i18next'

import type { TokenImportRow } from '../../../backend/token-inventory'
import { localeOf } from '../../../state/language'

export function verdictWords(t: TFunction, language: string, { error, warnings, params }: TokenImportRow): string {
  if (error) return t(`tokenInventory.file.faults.${error}`, spoken(params, language))
  return warnings.length > 0 ? warnings.map((warning) => t(`tokenInventory.file.warnings.${warning}`)).join(' ') : t('tokenInventory.file.fine')
}

/** What a sentence needs, as text. */
function spoken(params: Record<string, unknown>, language: string) {
  const number = new Intl.NumberFormat(localeOf(language))
  const words = (name: string) => {
    const value = params[name]
    return typeof value === 'number' ? number.format(value) : typeof value === 'string' ? value : ''
  }
  return { found: words('found'), row: words('row'), field: words('field'), position: words('position'), name: words('name'), bytes: words('bytes') }
}
