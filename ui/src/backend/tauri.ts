// The only file that calls the shell. The other files of this folder give its calls types.

import { invoke } from '@tauri-apps/api/core'
import { getCurrentWebviewWindow } from '@tauri-apps/api/webviewWindow'

import type { commands } from './generated/commands'

type Command = (typeof commands)[number]

/** Calls a command of the shell. */
export function call<T>(command: Command, args?: Record<string, unknown>): Promise<T> {
  return invoke<T>(command, args)
}

/** Calls a command whose argument is the bytes of a file; other arguments are in headers. */
export function callWithBytes<T>(command: Command, bytes: Uint8Array, headers?: Record<string, string>): Promise<T> {
  return invoke<T>(command, bytes, headers && { headers })
}

/** Receives an event that the shell sends to this window. */
export function hear<T>(event: string, heard: (payload: T) => void): Promise<() => void> {
  return getCurrentWebviewWindow().listen<T>(event, ({ payload }) => heard(payload))
}
