// Hardware tokens: added with one code, resynchronised with two, deleted.

import { call } from './tauri'
import type { HardwareOathMethod } from './generated/HardwareOathMethod'

export type { HardwareOathMethod }

export const addHardwareToken = (serialNumber: string, code: string, displayName: string) =>
  call<null>('add_hardware_token', { serialNumber, code, displayName })
/** Two codes in a row, the earlier one first. */
export const resyncHardwareToken = (id: string, firstCode: string, secondCode: string) =>
  call<null>('resync_hardware_token', { id, firstCode, secondCode })
export const deleteHardwareToken = (id: string) => call<null>('delete_hardware_token', { id })
