// A caller of the help desk is verified on the person's own phone.

import { call } from './tauri'
import type { CallerVerification } from './generated/CallerVerification'
import type { VerifyCaller } from './generated/VerifyCaller'

export type { CallerVerification }
export type { CallerAct } from './generated/CallerAct'
export type { CallerOption } from './generated/CallerOption'
export type { CallerQuestion } from './generated/CallerQuestion'
export type { CallerStanding } from './generated/CallerStanding'

/** Asks a phone whether its owner talks to who asks. */
export const verifyCaller = (upn: string, request: VerifyCaller) => call<CallerVerification>('verify_caller', { upn, request })
export const callerVerification = (upn: string, id: string) => call<CallerVerification>('caller_verification', { upn, id })
/** The word that the caller read back; null after a call back. */
export const confirmCaller = (upn: string, id: string, word: string | null) => call<CallerVerification>('confirm_caller', { upn, id, word })
