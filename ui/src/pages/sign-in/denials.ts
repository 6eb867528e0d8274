// The next step after a denial: back to the password, to another method, or to another code.

import type { Fault } from '../../backend/fault'
import type { DenialReason } from '../../backend/generated/DenialReason'
import type { ErrorCode } from '../../backend/generated/ErrorCode'

const ENDED = new Set(['too_many_incorrect_codes', 'invalid_authentication', 'duplicate_attempt', 'account_locked', 'user_blocked', 'fraud_reported', 'sign_in_over'])

const ANOTHER_WAY = new Set([
  'phone_unreachable',
  'phone_number_invalid_format',
  'misconfiguration',
  'push_not_delivered',
  'push_no_response',
  'push_paused',
  'in_progress',
  'app_not_activated',
  'method_disabled',
  'hardware_token_not_valid',
  'rate_limited',
])

/** Whether the sign-in starts again at the password. */
export const isTheEnd = ({ code }: Fault) => ENDED.has(code)

/** Whether the next step is another method. */
export const isCuredByAnotherMethod = ({ code }: Fault) => ANOTHER_WAY.has(code)

/** The error about the typed code, shown at its boxes. */
export const CODE_FAULTS = ['incorrect_code', 'invalid_app_code', 'code_already_used', 'code_expired', 'code_superseded'] as const satisfies readonly (ErrorCode | DenialReason)[]
