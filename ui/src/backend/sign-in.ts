// Signing in, step by step.

import { call } from './tauri'
import type { SignInStep } from './generated/SignInStep'

export type { SignInStep }
export type { MethodHint } from './generated/MethodHint'
export type { SecondStep } from './generated/SecondStep'
export type { StartedChallenge } from './generated/StartedChallenge'

export const signIn = (userName: string, password: string) => call<SignInStep>('sign_in', { userName, password })
/** Starts a method, also again. */
export const startMethod = (methodId: string) => call<SignInStep>('start_method', { methodId })
export const submitCode = (code: string, rememberDevice: boolean) => call<SignInStep>('submit_code', { code, rememberDevice })
/** The decision on the phone; null while there is none. */
export const pollMethod = (rememberDevice: boolean) => call<SignInStep | null>('poll_method', { rememberDevice })
/** Whether this computer's authenticator can do the waiting second step. */
export const ownCodePossible = () => call<boolean>('own_code_possible')
export const submitOwnCode = (rememberDevice: boolean) => call<SignInStep>('submit_own_code', { rememberDevice })
export const cancelSignIn = () => call<null>('cancel_sign_in')
export const signOut = () => call<null>('sign_out')
