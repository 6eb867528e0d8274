// Verification methods: phones, authenticator apps, the preferred option, trusted devices, registration.

import { call, hear } from './tauri'
import type { MethodType } from './generated/MethodType'
import type { MobileAppSetup } from './generated/MobileAppSetup'
import type { PhoneType } from './generated/PhoneType'
import type { SecurityInfoView } from './generated/SecurityInfoView'
import type { VerificationStarted } from './generated/VerificationStarted'
import type { VerifyBy } from './generated/VerifyBy'

export type { MethodType, MobileAppSetup, PhoneType, SecurityInfoView, VerificationStarted, VerifyBy }
export type { PhoneMethod } from './generated/PhoneMethod'
export type { Policy } from './generated/Policy'
export type { RegistrationReason } from './generated/RegistrationReason'
export type { SoftwareOathMethod } from './generated/SoftwareOathMethod'

/** The content of the page; offline, the last known one. */
export const securityInfo = () => call<SecurityInfoView>('security_info')
export const onSecurityInfoChanged = (heard: () => void) => hear<null>('security-info-changed', heard)

/**
 * Sends a code to a number, or calls it; without a number, to the one that the organisation set. The number is saved by
 * `verifyPhone`, or when `phoneVerified` is true.
 */
export const startPhone = (phoneType: PhoneType, phoneNumber: string, verifyBy: VerifyBy) =>
  call<VerificationStarted>('start_phone', { phoneType, phoneNumber, verifyBy })
export const verifyPhone = (verificationId: string, code: string) => call<null>('verify_phone', { verificationId, code })
/** Whether the person confirmed on the phone: in a call, or by answering the text. */
export const phoneVerified = (verificationId: string) => call<boolean>('phone_verified', { verificationId })
export const deletePhone = (phoneType: PhoneType) => call<null>('delete_phone', { phoneType })

export const startMobileApp = () => call<MobileAppSetup>('start_mobile_app')
export const activateMobileApp = (id: string, code: string, displayName: string, replaces?: string) =>
  call<null>('activate_mobile_app', { id, code, displayName, replaces: replaces ?? null })
/** Adds the account to this computer's vault and activates it with its own code. */
export const addMobileAppToThisComputer = (id: string, replaces?: string) =>
  call<null>('add_mobile_app_to_this_computer', { id, replaces: replaces ?? null })
export const cancelMobileApp = (id: string) => call<null>('cancel_mobile_app', { id })
/** Copies the secret key and clears the clipboard 30 s later. */
export const copySetupSecret = (id: string) => call<null>('copy_setup_secret', { id })
export const copySetupLink = (id: string) => call<null>('copy_setup_link', { id })
export const deleteMobileApp = (methodId: string) => call<null>('delete_mobile_app', { methodId })

export const setPreferred = (method: MethodType) => call<null>('set_preferred', { method })
/** Forgets every trusted device. */
export const restoreMfa = () => call<null>('restore_mfa')
/** App passwords are deleted unless the person keeps them. */
export const changePassword = (currentPassword: string, newPassword: string, deleteAppPasswords: boolean) =>
  call<null>('change_password', { currentPassword, newPassword, deleteAppPasswords })
/** Removes the methods of an earlier run of the wizard. */
export const beginWizard = () => call<null>('begin_wizard')
export const completeRegistration = () => call<null>('complete_registration')
export const cancelRegistration = () => call<null>('cancel_registration')
