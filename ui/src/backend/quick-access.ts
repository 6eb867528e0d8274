// Quick access: the tray, the start with the session, the shortcut.

import { call, hear } from './tauri'
import type { Fault } from './fault'
import type { QuickAccessView } from './generated/QuickAccessView'
import type { SettingsView } from './generated/SettingsView'

export type { QuickAccessView }
export type { QuickAccessObstacle } from './generated/QuickAccessObstacle'
export type { QuickAccessSettings } from './generated/QuickAccessSettings'

export const quickAccess = () => call<QuickAccessView>('quick_access')
export const setSessionStart = (on: boolean) => call<null>('set_session_start', { on })
/** `Ctrl+Alt+P`; null releases the shortcut. */
export const setShortcut = (shortcut: string | null) => call<SettingsView>('set_shortcut', { shortcut })

export const onQuickAccessChanged = (heard: () => void) => hear<null>('quick-access-changed', heard)
/** Why the action chosen in the tray failed. */
export const onQuickAccessFault = (heard: (fault: Fault) => void) => hear<Fault>('quick-access-fault', heard)
/** The tray or the shortcut opens a page. */
export const onOpenPage = (heard: (page: string) => void) => hear<string>('open-page', heard)
