// Requests to approve, the registered accounts of this computer, and setting a device up for notifications.

import { call, hear } from './tauri'
import type { ApprovalChoice } from './generated/ApprovalChoice'
import type { ApprovalsView } from './generated/ApprovalsView'
import type { AuthenticatorSetUp } from './generated/AuthenticatorSetUp'
import type { PushSetup } from './generated/PushSetup'
import type { PushSetupPart } from './generated/PushSetupPart'
import type { TestStarted } from './generated/TestStarted'

export type { ApprovalsView, AuthenticatorSetUp, PushSetup, TestStarted }
export type { ApprovalChoice }
export type { AuthenticatorMethod } from './generated/AuthenticatorMethod'
export type { DeviceAccount } from './generated/DeviceAccount'
export type { PendingRequest } from './generated/PendingRequest'

export const approvals = () => call<ApprovalsView>('approvals')
/** The typed number; only for *Approve*. */
export const decideRequest = (id: string, choice: ApprovalChoice, number: string | null) => call<null>('decide_request', { id, choice, number })
/** Registers this computer with a link from another screen, or with a code and its address. */
export const activateDevice = (code: string, url: string) => call<null>('activate_device', { code, url })
/** Removes an account from this computer; the service is not informed. */
export const removeDevice = (id: string) => call<null>('remove_device', { id })
/** A desktop notification, if the desktop supports them. */
export const showNotification = (title: string, text: string) => call<null>('show_notification', { title, text })

export const startPushSetup = (replaces: string | null) => call<PushSetup>('start_push_setup', { replaces })
export const pushSetupState = (id: string) => call<AuthenticatorSetUp>('push_setup_state', { id })
export const testPushDevice = (id: string) => call<TestStarted>('test_push_device', { id })
export const cancelPushSetup = (id: string) => call<null>('cancel_push_setup', { id })
export const useThisComputer = (id: string) => call<null>('use_this_computer', { id })
export const copyPushSetup = (id: string, part: PushSetupPart) => call<null>('copy_push_setup', { id, part })
/** Unregisters a device with push. */
export const deletePushDevice = (id: string) => call<null>('delete_push_device', { id })

export const onApprovalsChanged = (heard: () => void) => hear<null>('approvals-changed', () => heard())
