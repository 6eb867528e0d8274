// App passwords.

import { fault, shell } from '../shell'
import { appPasswordRows, type World } from '../world'
import type { Answers } from './answer'

const view = (world: World) => {
  const { value, limit, unavailable } = world.appPasswords
  return { ...world.appPasswords, unavailable: unavailable ?? (value.length >= limit ? 'limit_reached' : null) }
}

export const appPasswords: Answers = {
  app_passwords: (_, world) => view(world),
  create_app_password: ({ displayName }, world) => {
    if (world.appPasswords.value.length >= world.appPasswords.limit) throw fault('app_password_limit_reached', { limit: 40 })
    if (world.appPasswords.value.some((row) => row.displayName === displayName)) throw fault('app_password_name_taken')
    const [first] = appPasswordRows(1)
    if (first) world.appPasswords.value.unshift({ ...first, id: 'new', displayName, lastUsedDateTime: null, lastUsedFrom: null, createdDateTime: new Date().toISOString() })
    return { id: 'new', displayName, groups: ['k7mf', '2wqx', 'p9ca', 'hd4t', 'nr6e'] }
  },
  copy_app_password: () => null,
  device_setup: (_, world) => world.deviceSetup,
  apple_profile: () => ({ svg: '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
  thunderbird_code: () => ({ svg: '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
  first_use: (_, world) => world.firstUse,
  close_app_password: () => null,
  dismiss_alert: (_, world) => {
    world.status = { ...world.status, accountAlert: null }
    shell.emit('status', world.status)
    return null
  },
  dismiss_refused_app: (_, world) => {
    world.status = { ...world.status, refusedApp: null }
    shell.emit('status', world.status)
    return null
  },
  delete_app_password: ({ id }, world) => {
    world.appPasswords.value = world.appPasswords.value.filter((row) => row.id !== id)
  },
  delete_all_app_passwords: (_, world) => {
    world.appPasswords.value = []
  },
}
