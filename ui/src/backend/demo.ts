// The demo: the made-up people, the service that can be stopped, and the phone.

import { call, hear } from './door'
import type { DemoPerson } from './generated/DemoPerson'
import type { PhoneMessage } from './generated/PhoneMessage'

export type { DemoPerson, PhoneMessage }

export const demoPeople = () => call<DemoPerson[]>('demo_people')
export const demoServiceRunning = () => call<boolean>('demo_service_running')
export const setDemoServiceRunning = (running: boolean) => call<null>('demo_set_service_running', { running })
export const resetDemo = () => call<null>('reset_demo')
export const phoneMessages = () => call<PhoneMessage[]>('phone_messages')
export const onPhoneMessage = (heard: (message: PhoneMessage) => void) => hear<PhoneMessage>('phone-message', heard)
