// All tokens that fit a search, and their list as CSV. It has no secrets.

import type { TFunction } from 'i18next'

import { tokenInventory, type AskedTokens, type HardwareOathDevice } from '../../../backend/token-inventory'
import { csv } from '../csv'

/** The largest page of the service. */
const LARGEST_PAGE = 500

/** Page by page. */
export async function everyToken(asked: AskedTokens): Promise<HardwareOathDevice[]> {
  const rows: HardwareOathDevice[] = []
  let after: string | null = null
  do {
    const page = await tokenInventory({ ...asked, top: LARGEST_PAGE, ...(after ? { after } : {}) })
    rows.push(...page.value)
    after = page.next
  } while (after)
  return rows
}

export function tokensAsCsv(t: TFunction, rows: HardwareOathDevice[]): string {
  const head = (['serial', 'model', 'manufacturer', 'state', 'person', 'used'] as const).map((name) => t(`tokenInventory.columns.${name}`))
  const cells = rows.map((row) => [row.serialNumber, row.model, row.manufacturer, t(`tokenInventory.states.${row.status}`), row.assignedTo ?? '', row.lastUsedDateTime ?? ''])
  return csv([head, ...cells])
}
