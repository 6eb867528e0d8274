// What can be done with a token in its state.

import type { HardwareOathDevice } from '../../../backend/token-inventory'

export type TokenAct = 'assign' | 'activate' | 'unassign' | 'resynchronize' | 'remove'

/** The acts in the order of the menu. */
export function actsOn({ status, assignedTo }: HardwareOathDevice): TokenAct[] {
  if (status === 'activated') return ['resynchronize', 'unassign']
  return ['activate', 'assign', ...(assignedTo ? (['unassign'] as const) : []), 'resynchronize', 'remove']
}
