// Import: the preview of a file, and adding its accounts. Secrets stay in Rust; the password of a file is passed once.

import { call, callWithBytes } from './tauri'
import type { ImportCounts } from './generated/ImportCounts'
import type { ImportPreview } from './generated/ImportPreview'

export type { ImportCounts, ImportPreview }
export type { ImportRejected } from './generated/ImportRejected'
export type { ImportRow } from './generated/ImportRow'

export const openImport = (bytes: Uint8Array) => callWithBytes<ImportPreview>('open_import', bytes)
export const unlockImport = (password: string | null, muchMemory: boolean) => call<ImportPreview>('unlock_import', { password, muchMemory })
export const cancelImport = () => call<void>('cancel_import')
/** By the numbers of the preview. */
export const takeImport = (chosen: number[]) => call<ImportCounts>('take_import', { chosen })
export const undoImport = () => call<void>('undo_import')
