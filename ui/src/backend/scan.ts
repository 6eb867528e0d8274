// What links and pictures hold. Nothing is added by reading; seeds stay in Rust.

import { call, callWithBytes } from './door'
import type { AccountQr } from './generated/AccountQr'
import type { Found } from './generated/Found'

export type { AccountQr, Found }
export type { ExportPart } from './generated/ExportPart'

export const draftsFromLink = (link: string) => call<Found>('drafts_from_link', { link })
export const draftsFromPicture = (bytes: Uint8Array) => callWithBytes<Found>('drafts_from_picture', bytes)
export const draftsFromClipboard = () => call<Found>('drafts_from_clipboard')
/** The link that another program opened the app with. */
export const draftsFromOpenedLink = () => call<Found>('drafts_from_opened_link')
/** Asks the desktop for a picture of the screen; the desktop asks the person. */
export const draftsFromScreen = () => call<Found>('drafts_from_screen')
/** A link of this app's own in a QR code: to activate this computer, or to a service. */
export const linkFromPicture = (bytes: Uint8Array) => callWithBytes<string>('link_from_picture', bytes)
export const linkFromClipboard = () => call<string>('link_from_clipboard')
export const linkFromScreen = () => call<string>('link_from_screen')
/** The QR code of an account; the vault's passphrase is asked for where there is one. */
export const accountQr = (id: string, passphrase: string | null) => call<AccountQr>('account_qr', { id, passphrase })
