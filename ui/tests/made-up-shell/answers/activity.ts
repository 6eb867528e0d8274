// Recent activity, and what follows when it was somebody else.

import type { World } from '../world'
import type { Answers } from './answer'

export const activity: Answers = {
  activity: ({ kind, after }, world) => {
    const of = (row: World['activity']['value'][number]) => {
      if (kind === 'all') return true
      if (row['@type'] === 'accountChange') return kind === 'changes'
      return kind === 'denied' ? row.result === 'denied' : kind === 'signIns' ? row.result !== 'denied' : kind === 'oldApps' && row.protocol !== 'web'
    }
    const rows = world.activity.value.filter(of).filter(({ id }) => !after || id < after)
    const value = rows.slice(0, 50)
    return { ...world.activity, value, next: rows.length > 50 ? value.at(-1)?.id : null }
  },
  sign_out_everywhere_else: (_, world) => {
    world.security.trustedDevices = []
  },
  register_again: (_, world, emit) => {
    const { person } = world.status
    if (person) world.status = { ...world.status, person: { ...person, registration: { required: true, reasons: ['registers_anew'] } } }
    emit('status', world.status)
  },
}
