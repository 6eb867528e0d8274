// The person's settings, one copy for the whole window.

import { useSyncExternalStore } from 'react'

import { saveSettings, settings as askSettings, type SettingsView } from '../backend/app'
import { speak } from './language'

let current: SettingsView = {
  language: null,
  theme: 'system',
  zoom: 100,
  serviceAddress: '',
  accounts: { sort: 'own', hideCodes: false, hideAfterSeconds: 10, showNext: false, trashDays: 30 },
  appPasswordSort: { column: 'created', descending: true },
  locking: { idleMinutes: null, onSuspend: true, onSessionLock: true, atStart: false },
  quickAccess: { tray: false, closeToTray: false, startHidden: false, shortcut: null },
}
const listeners = new Set<() => void>()

/** Sets the settings from the answer of a command. */
export function takeSettings(settings: SettingsView) {
  current = settings
  for (const heard of listeners) heard()
}

/** Loads the settings and switches to their language. To be called once, when the window opens. */
export async function openSettings(): Promise<void> {
  // The window opens even if the settings cannot be read.
  takeSettings(await askSettings().catch(() => current))
  await speak(current.language)
}

let saving: Promise<unknown> = Promise.resolve()

/**
 * Saves changes; throws the shell's fault and keeps the old settings if it refuses. Changes are saved one after the other:
 * the shell takes all settings at once, so a second change must include the first.
 */
export function changeSettings(change: Partial<SettingsView>): Promise<void> {
  const saved = saving.then(() => save(change))
  saving = saved.catch(() => undefined)
  return saved
}

async function save(change: Partial<SettingsView>): Promise<void> {
  const saved = await saveSettings({ ...current, ...change })
  if (saved.language !== current.language) await speak(saved.language)
  takeSettings(saved)
}

/** The present settings. */
export function currentSettings(): SettingsView {
  return current
}

function subscribe(heard: () => void) {
  listeners.add(heard)
  return () => listeners.delete(heard)
}

export function useSettings(): SettingsView {
  return useSyncExternalStore(subscribe, () => current)
}
