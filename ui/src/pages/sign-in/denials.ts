// What a denial of the second step leads to: back to the password, or to another method.

import type { Fault } from '../../backend/fault'

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
])

/** Whether the service begins anew at the password. */
export const isTheEnd = ({ code }: Fault) => ENDED.has(code)

/** Whether the next step is another method. */
export const isCuredByAnotherMethod = ({ code }: Fault) => ANOTHER_WAY.has(code)
