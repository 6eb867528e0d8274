// What a command answers when it does not answer its value.

import type { Fault } from './generated/Fault'

export type { Fault }

/** Whether something thrown is a fault of the shell. */
export function isFault(thrown: unknown): thrown is Fault {
  return typeof thrown === 'object' && thrown !== null && typeof (thrown as Fault).code === 'string'
}

/** Anything thrown as a fault: what is not one is a fault of the app itself. */
export function toFault(thrown: unknown): Fault {
  if (isFault(thrown)) return { ...thrown, params: thrown.params ?? {} }
  return { code: 'app_fault', params: { detail: String(thrown) }, correlationId: null, time: Date.now() }
}
