// The one place that talks to the shell. Everything else in this folder gives its calls a type.

import { invoke } from '@tauri-apps/api/core'
import { getCurrentWebviewWindow } from '@tauri-apps/api/webviewWindow'

/** Calls a command of the shell. */
export function call<T>(command: string, args?: Record<string, unknown>): Promise<T> {
  return invoke<T>(command, args)
}

/** Calls a command whose argument is a file's bytes. */
export function callWithBytes<T>(command: string, bytes: Uint8Array): Promise<T> {
  return invoke<T>(command, bytes)
}

/** Hears an event that the shell sends to this window. */
export function hear<T>(event: string, heard: (payload: T) => void): Promise<() => void> {
  return getCurrentWebviewWindow().listen<T>(event, ({ payload }) => heard(payload))
}
