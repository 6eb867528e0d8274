// The content of links and pictures. Reading adds nothing; secrets stay in Rust.

import { call, callWithBytes } from './tauri'
import type { AccountQr } from './generated/AccountQr'
import type { Found } from './generated/Found'

export type { AccountQr, Found }
export type { ExportPart } from './generated/ExportPart'

export const draftsFromLink = (link: string) => call<Found>('drafts_from_link', { link })
export const draftsFromPicture = (bytes: Uint8Array) => callWithBytes<Found>('drafts_from_picture', bytes)
export const draftsFromClipboard = () => call<Found>('drafts_from_clipboard')
/** The link with which another program opened the app. */
export const draftsFromOpenedLink = () => call<Found>('drafts_from_opened_link')
/** Takes a screenshot; the desktop asks the person. */
export const draftsFromScreen = () => call<Found>('drafts_from_screen')
/** A link of Proofup in a QR code: for activating this computer, or with the address of a service. */
export const linkFromPicture = (bytes: Uint8Array) => callWithBytes<string>('link_from_picture', bytes)
export const linkFromClipboard = () => call<string>('link_from_clipboard')
export const linkFromScreen = () => call<string>('link_from_screen')
/** The QR code of an account; needs the vault's passphrase if there is one. */
export const accountQr = (id: string, passphrase: string | null) => call<AccountQr>('account_qr', { id, passphrase })
