// The log of everybody's sign-ins: exported and checked; and everybody's blocks and one-time bypasses.

import type { AskedSignIns } from './administration'
import { call } from './tauri'
import type { Blocks } from './generated/Blocks'
import type { BlocksRequest } from './generated/BlocksRequest'
import type { LogCheck } from './generated/LogCheck'
import type { LogFormat } from './generated/LogFormat'
import type { LogPlace } from './generated/LogPlace'
import type { PersonBypass } from './generated/PersonBypass'

export type { LogCheck, LogFormat, PersonBypass }
export type { BlockState } from './generated/BlockState'
export type { PersonBlock } from './generated/PersonBlock'
export type AskedBlocks = Partial<BlocksRequest>

/** Writes all rows that fit into a new file, and returns its path. */
export const exportSignIns = (request: AskedSignIns, format: LogFormat, folder: string) => call<string>('export_sign_ins', { request, format, folder })
/** Checks a part of the log, behind the place where the part before ended. */
export const checkLog = (after: LogPlace | null) => call<LogCheck>('check_log', { after })
export const blocks = (request: AskedBlocks) => call<Blocks>('blocks', { request })
/** The one-time bypasses that are open. */
export const bypasses = () => call<PersonBypass[]>('bypasses')
