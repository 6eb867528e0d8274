// The error of a command.

import type { Fault } from './generated/Fault'

export type { Fault }

/** Whether a thrown value is a fault of the shell. */
export function isFault(thrown: unknown): thrown is Fault {
  return typeof thrown === 'object' && thrown !== null && typeof (thrown as Fault).code === 'string'
}

/** Converts a thrown value to a fault: an unknown one is a bug in the app. */
export function toFault(thrown: unknown): Fault {
  if (isFault(thrown)) return { ...thrown, params: thrown.params ?? {} }
  return { code: 'app_fault', params: { detail: String(thrown) }, correlationId: null, time: Date.now() }
}
