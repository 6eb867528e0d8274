// The demo: its people, the service that can be stopped, the phone, the tokens.

import { call, hear } from './tauri'
import type { DemoPerson } from './generated/DemoPerson'
import type { DemoToken } from './generated/DemoToken'
import type { PhoneAction } from './generated/PhoneAction'
import type { PhoneCall } from './generated/PhoneCall'
import type { ApprovalChoice } from './generated/ApprovalChoice'
import type { PhoneMessage } from './generated/PhoneMessage'
import type { PhoneNotification } from './generated/PhoneNotification'

export type { DemoPerson, DemoToken, PhoneAction, PhoneCall, PhoneMessage, PhoneNotification }

export const demoPeople = () => call<DemoPerson[]>('demo_people')
export const demoServiceRunning = () => call<boolean>('demo_service_running')
export const setDemoServiceRunning = (running: boolean) => call<null>('demo_set_service_running', { running })
export const onDemoReset = (heard: (nothing: null) => void) => hear<null>('demo-reset', heard)
/** Opens the demo phone, or raises it. */
export const openDemoPhone = () => call<null>('open_demo_phone')
export const resetDemo = () => call<null>('reset_demo')
/** The hardware tokens of the demo, with their present codes. */
export const demoTokens = () => call<DemoToken[]>('demo_tokens')
export const phoneMessages = () => call<PhoneMessage[]>('phone_messages')
export const onPhoneMessage = (heard: (message: PhoneMessage) => void) => hear<PhoneMessage>('phone-message', heard)

export const replyToMessage = (id: string, text: string) => call<null>('reply_to_message', { id, text })
/** The owner of a number or a token changed. */
export const onPhoneHolders = (heard: (nothing: null) => void) => hear<null>('phone-holders', heard)
/** The demo was reset. */
export const onPhoneReset = (heard: (nothing: null) => void) => hear<null>('phone-reset', heard)
/** The main window shows a QR code for a device. */
export const onSetUpShown = (heard: (nothing: null) => void) => hear<null>('phone-set-up', heard)
export const phoneCalls = () => call<PhoneCall[]>('phone_calls')
/** All calls, after every change of one. */
export const onPhoneCalls = (heard: (calls: PhoneCall[]) => void) => hear<PhoneCall[]>('phone-calls', heard)
export const actOnCall = (id: string, action: PhoneAction) => call<null>('act_on_call', { id, action })
export const pressPhoneKey = (id: string, key: string) => call<null>('press_phone_key', { id, key })
/** The waiting requests on the demo phone. */
export const phoneNotifications = () => call<PhoneNotification[]>('phone_notifications')
export const phoneDecide = (id: string, choice: ApprovalChoice, number: string | null) => call<null>('phone_decide', { id, choice, number })
/** Scans the main window with the phone's camera. */
export const phoneScan = () => call<null>('phone_scan')
export const onPhoneNotifications = (heard: () => void) => hear<null>('phone-notifications', () => heard())
