// The app itself: status, settings, about, theme, and copying text that is not secret.

import { call, hear } from './tauri'
import type { About } from './generated/About'
import type { SettingsView } from './generated/SettingsView'
import type { Status } from './generated/Status'
import type { SystemTheme } from './generated/SystemTheme'
import type { Theme } from './generated/Theme'

export type { About, SettingsView, Status, SystemTheme, Theme }
export type { AccountOptions } from './generated/AccountOptions'
export type { AccountSort } from './generated/AccountSort'
export type { AppPasswordSort } from './generated/AppPasswordSort'
export type { Connection } from './generated/Connection'
export type { KeyringState } from './generated/KeyringState'
export type { Language } from './generated/Language'
export type { SignedInPerson } from './generated/SignedInPerson'
export type { VaultState } from './generated/VaultState'

export const status = () => call<Status>('status')
/** Tries the service now. */
export const refresh = () => call<Status>('refresh')
export const settings = () => call<SettingsView>('settings')
export const saveSettings = (settings: SettingsView) => call<SettingsView>('save_settings', { settings })
export const about = () => call<About>('about')
export const setWindowTheme = (theme: Theme) => call<null>('set_window_theme', { theme })
/** In percent. */
export const setWindowZoom = (percent: number) => call<null>('set_window_zoom', { percent })
export const systemTheme = () => call<SystemTheme>('system_theme')
/** Copies text that may stay on the clipboard. */
export const copyText = (text: string) => call<null>('copy_text', { text })

/** The person accepted or declined the offer of a link. */
export const forgetServiceOffer = () => call<null>('forget_service_offer')
/** The other window changed settings. */
export const onSettingsChanged = (heard: (nothing: null) => void) => hear<null>('settings-changed', heard)
/** While the page would lose something, closing the window asks first. */
export const holdWindow = (held: boolean) => call<null>('hold_window', { held })
export const quitApp = () => call<null>('quit_app')
export const onCloseAsked = (heard: (nothing: null) => void) => hear<null>('close-asked', heard)

/** Whether this page was restarted because its process had crashed. */
export const pageRestarted = () => call<boolean>('page_restarted')

/** Reports that the first page is usable. */
export const pageUsable = () => call<null>('page_usable')

/** Reports whether the window is visible: a hidden window is not updated. */
export const windowSeen = (seen: boolean) => call<null>('window_seen', { seen })

export const onStatus = (heard: (status: Status) => void) => hear<Status>('status', heard)
export const onSystemTheme = (heard: (shade: SystemTheme) => void) => hear<SystemTheme>('theme', heard)
