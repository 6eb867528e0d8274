// Export: writes accounts into a file in a folder. The content never reaches the page.

import { call } from './tauri'
import type { ExportedView } from './generated/ExportedView'
import type { ExportKind } from './generated/ExportKind'

export type { ExportedView, ExportKind }

/** All accounts, or those with these ids. */
export const exportAccounts = (kind: ExportKind, ids: string[] | null, password: string | null, folder: string) => call<ExportedView>('export_accounts', { kind, ids, password, folder })
