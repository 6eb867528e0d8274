// Keeping the app at hand: the tray, the start with the session, the shortcut.

import { call, hear } from './door'
import type { Fault } from './fault'
import type { AtHandView } from './generated/AtHandView'
import type { SettingsView } from './generated/SettingsView'

export type { AtHandView }
export type { AtHandObstacle } from './generated/AtHandObstacle'
export type { AtHandSettings } from './generated/AtHandSettings'

export const atHand = () => call<AtHandView>('at_hand')
export const setSessionStart = (on: boolean) => call<null>('set_session_start', { on })
/** `Ctrl+Alt+P`; null gives the shortcut back. */
export const setShortcut = (shortcut: string | null) => call<SettingsView>('set_shortcut', { shortcut })

export const onAtHandChanged = (heard: () => void) => hear<null>('at-hand-changed', heard)
/** Why what was chosen in the tray came to nothing. */
export const onAtHandFault = (heard: (fault: Fault) => void) => hear<Fault>('at-hand-fault', heard)
/** The tray or the shortcut leads to a page. */
export const onOpenPage = (heard: (page: string) => void) => hear<string>('open-page', heard)
