// The connection to the shell in tests and the preview: it leads to the fake shell.

import './scenes'
import { shell } from './shell'

export const call = <T>(command: string, args: Record<string, unknown> = {}): Promise<T> => shell.call(command, args) as Promise<T>

export const callWithBytes = <T>(command: string, bytes: Uint8Array, headers?: Record<string, string>): Promise<T> =>
  shell.call(command, { bytes, ...headers }) as Promise<T>

export const hear = <T>(event: string, heard: (payload: T) => void): Promise<() => void> =>
  Promise.resolve(shell.hear(event, heard as (payload: unknown) => void))
