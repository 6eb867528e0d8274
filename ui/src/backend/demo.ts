// The demo: the made-up people, the service that can be stopped, the phone, the tokens.

import { call, hear } from './door'
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
/** Opens the demo phone, or brings it to the front. */
export const openDemoPhone = () => call<null>('open_demo_phone')
export const resetDemo = () => call<null>('reset_demo')
/** The hardware tokens of the made-up organisation, with the codes that they show now. */
export const demoTokens = () => call<DemoToken[]>('demo_tokens')
export const phoneMessages = () => call<PhoneMessage[]>('phone_messages')
export const onPhoneMessage = (heard: (message: PhoneMessage) => void) => hear<PhoneMessage>('phone-message', heard)

export const replyToMessage = (id: string, text: string) => call<null>('reply_to_message', { id, text })
/** A number or a token found its owner, or lost it. */
export const onPhoneHolders = (heard: (nothing: null) => void) => hear<null>('phone-holders', heard)
/** The demo began anew. */
export const onPhoneReset = (heard: (nothing: null) => void) => hear<null>('phone-reset', heard)
/** The main window shows a QR code for a device. */
export const onSetUpShown = (heard: (nothing: null) => void) => hear<null>('phone-set-up', heard)
export const phoneCalls = () => call<PhoneCall[]>('phone_calls')
/** Every call, whenever something happens to one. */
export const onPhoneCalls = (heard: (calls: PhoneCall[]) => void) => hear<PhoneCall[]>('phone-calls', heard)
export const actOnCall = (id: string, action: PhoneAction) => call<null>('act_on_call', { id, action })
export const pressPhoneKey = (id: string, key: string) => call<null>('press_phone_key', { id, key })
/** What waits on the demo phone for a yes or a no. */
export const phoneNotifications = () => call<PhoneNotification[]>('phone_notifications')
export const phoneDecide = (id: string, choice: ApprovalChoice, number: string | null) => call<null>('phone_decide', { id, choice, number })
/** Points the phone's camera at the main window. */
export const phoneScan = () => call<null>('phone_scan')
export const onPhoneNotifications = (heard: () => void) => hear<null>('phone-notifications', () => heard())
