// The window itself: status, settings, what the shell does for it.

import { fault } from '../shell'
import type { World } from '../world'
import type { Answers } from './answer'

export const app: Answers = {
  status: (_, world) => world.status,
  refresh: (_, world) => world.status,
  settings: (_, world) => world.settings,
  save_settings: ({ settings }, world) => {
    const saved = settings as World['settings']
    if (!/^https?:\/\/\S+$/.test(saved.serviceAddress)) throw fault('service_address_invalid', { reason: 'not_a_url' })
    return (world.settings = saved)
  },
  quick_access: (_, world) => world.quickAccess,
  set_session_start: ({ on }, world) => {
    world.quickAccess.startsWithSession = on
  },
  set_shortcut: ({ shortcut }, world) => {
    if (shortcut === 'Ctrl+Alt+T') throw fault('shortcut_taken')
    if (shortcut && !/^(Ctrl|Alt|Super)\+/.test(shortcut)) throw fault('shortcut_invalid', { reason: 'no_modifier' })
    world.settings.quickAccess.shortcut = shortcut
    world.quickAccess.heldKeys = shortcut
    return world.settings
  },
  about: (_, world) => ({
    version: '0.1.0',
    dataFolder: '/home/ann/.local/share/proofup',
    keyring: world.keyring === 'working' ? { state: 'working', name: 'Secret Service' } : world.keyring === 'off' ? { state: 'off' } : { state: 'unavailable', detail: 'no such interface' },
    systemLanguage: 'en-US',
  }),
  set_window_theme: () => null,
  set_window_zoom: () => null,
  system_theme: () => 'light',
  copy_text: () => null,
  forget_service_offer: (_, world, emit) => {
    world.status = { ...world.status, serviceOffer: null }
    emit('status', world.status)
  },
  hold_window: () => null,
  quit_app: () => null,
  page_restarted: () => false,
  page_usable: () => null,
  window_seen: () => null,
}
