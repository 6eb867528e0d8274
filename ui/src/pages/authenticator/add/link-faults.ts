// Which errors of a link or a picture belong to which field.

import type { LocalFault } from '../../../backend/generated/LocalFault'

/** Errors about the name of an account. */
export const NAME_FAULTS = ['account_name_empty', 'account_name_too_long', 'account_name_invalid'] as const satisfies readonly LocalFault[]

export const LINK_FAULTS = [
  'link_not_otpauth',
  'link_too_long',
  'link_kind_unknown',
  'link_export_damaged',
  'export_value_unknown',
  'secret_missing',
  'secret_not_base32',
  'secret_too_long',
  'algorithm_unknown',
  'steam_needs_sha1',
  'digits_out_of_range',
  'period_out_of_range',
  'counter_out_of_range',
  ...NAME_FAULTS,
] as const satisfies readonly LocalFault[]

export const PICTURE_FAULTS = [
  ...LINK_FAULTS,
  'picture_unreadable',
  'picture_too_large',
  'picture_too_busy',
  'picture_without_qr',
  'picture_text_unreadable',
  'picture_without_account',
  'clipboard_without_picture',
] as const satisfies readonly LocalFault[]
