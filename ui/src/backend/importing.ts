// Import: what a file would add, and adding it. Secrets stay in Rust; a file's password crosses once.

import { call, callWithBytes } from './door'
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
