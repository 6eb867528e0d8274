// Administration of other people. The app keeps none of this data.

import { call } from './tauri'
import type { AdminActionRecord } from './generated/AdminActionRecord'
import type { AdminActions } from './generated/AdminActions'
import type { AdminActionsRequest } from './generated/AdminActionsRequest'
import type { AdminSignInsRequest } from './generated/AdminSignInsRequest'
import type { AdminSignIns } from './generated/AdminSignIns'
import type { AdminUserDetails } from './generated/AdminUserDetails'
import type { BulkAction } from './generated/BulkAction'
import type { BulkCounts } from './generated/BulkCounts'
import type { BulkFailure } from './generated/BulkFailure'
import type { BulkRequest } from './generated/BulkRequest'
import type { BulkResult } from './generated/BulkResult'
import type { People } from './generated/People'
import type { PeopleRequest } from './generated/PeopleRequest'
import type { Role } from './generated/Role'
import type { SettingDetails } from './generated/SettingDetails'
import type { SettingsDetails } from './generated/SettingsDetails'
import type { SettingsEffect } from './generated/SettingsEffect'
import type { UsageReport } from './generated/UsageReport'
import type { UserAction } from './generated/UserAction'
import type { WantedMfaState } from './generated/WantedMfaState'

export type { AdminActionRecord, AdminSignIns, AdminUserDetails, BulkAction, BulkCounts, BulkFailure, BulkResult, People, Role, SettingsEffect, UsageReport, UserAction }
export type { AdminSignIn } from './generated/AdminSignIn'
export type { AdminUser } from './generated/AdminUser'
export type { LockRecord } from './generated/LockRecord'
export type { MethodKind } from './generated/MethodKind'
export type { MfaState } from './generated/MfaState'
export type Setting = SettingDetails
export type ServiceSettings = SettingsDetails
export type SettingValue = Setting['value']
export type AskedPeople = Partial<PeopleRequest>
export type AskedActions = Partial<AdminActionsRequest>
export type AskedSignIns = Partial<AdminSignInsRequest>

/** A page of the sign-ins of all people. */
export const adminSignIns = (request: AskedSignIns) => call<AdminSignIns>('admin_sign_ins', { request })
export const people = (request: AskedPeople) => call<People>('people', { request })
export const person = (upn: string) => call<AdminUserDetails>('person', { upn })
export const personSignIns = (upn: string) => call<AdminSignIns>('person_sign_ins', { upn })
/** A page of the actions of administrators, the newest first. */
export const adminActions = (request: AskedActions) => call<AdminActions>('admin_actions', { request })
export const setPersonState = (upn: string, state: WantedMfaState, reason: string | null) => call<null>('set_person_state', { upn, state, reason })
/** Sets where notices go and in which language; an empty text takes either away. */
export const setPersonMail = (upn: string, mail: string, language: string) => call<null>('set_person_mail', { upn, mail, language })
/** `seconds` is only for the one-time bypass. Without verification the service wants a longer reason. */
export const actOnPerson = (upn: string, action: UserAction, reason: string | null, seconds: number | null = null, withoutVerification = false) =>
  call<null>('act_on_person', { upn, action, reason, seconds, withoutVerification })
/** Changes many people by one action. */
export const changePeople = (request: BulkRequest) => call<BulkResult>('change_people', { request, dryRun: false })
/** Counts what that would change. */
export const lookAtPeople = (request: BulkRequest) => call<BulkResult>('change_people', { request, dryRun: true })
export const withdrawBypass = (upn: string) => call<null>('withdraw_bypass', { upn })
export const setPersonRoles = (upn: string, roles: Role[], reason: string | null) => call<null>('set_person_roles', { upn, roles, reason })
export const usageReport = () => call<UsageReport>('usage_report')

/** Every setting of the service with its default and bounds. */
export const settingsDetails = () => call<ServiceSettings>('settings_details')
/** What changes would do, and to how many people; `null` is the default. */
export const previewSettings = (changes: Record<string, SettingValue | null>) => call<SettingsEffect[]>('preview_settings', { changes })
/** Saves changes, if nobody has saved others since this version was read. */
export const changeSettings = (version: number, changes: Record<string, SettingValue | null>) => call<ServiceSettings>('change_settings', { version, changes })
