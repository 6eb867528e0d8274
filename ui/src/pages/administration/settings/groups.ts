// The service settings as the page groups them. The service decides which settings there are, their kinds, bounds and defaults.

/** How a setting is edited, where its kind alone does not say it. */
export type Look = 'days' | 'minutes' | 'seconds' | 'choice' | 'line' | 'lines'

const GROUPS = {
  organization: { organization: 'line' },
  appPasswords: { appPasswordsAllowed: 'choice', appPasswordDays: 'days', appPasswordLongestDays: 'days', msChapAllowed: null },
  devices: { mailIncomingServer: 'line', mailOutgoingServer: 'line', calendarServer: 'line', vpnServer: 'line', wifiNetwork: 'line' },
  verification: { callToPhone: null, textMessageToPhone: null, notificationThroughMobileApp: null, codeFromMobileApp: null },
  callers: { callerVerification: null, callerVerificationByAdministrators: null },
  remember: { rememberDeviceAllowed: null, rememberDeviceDays: 'days' },
  networks: { trustedNetworks: 'lines' },
  policies: { applicationPolicy: null, registrationPolicy: null, deviceRegistrationPolicy: null, passwordResetEnabled: null },
  lockout: { lockoutDenials: null, lockoutCounterMinutes: 'minutes', lockoutMinutes: 'minutes' },
  fraud: { fraudReportsAllowed: null, blockUsersWhoReportFraud: null, blockDays: 'days' },
  notifications: { pushPendingLimit: null, pushDenials: null, pushPauseMinutes: 'minutes' },
  notices: { noticeMethodAdded: null, noticeMethodChanged: null, noticeMethodRemoved: null, noticeHardwareToken: null, noticeAppPasswordCreated: null, noticeNewPlace: null, noticePasswordChanged: null, noticeAccountBlocked: null, noticeBypassIssued: null, noticeMailChanged: null, noticeToUserName: null, noticeByText: null, noticeReportPage: 'line', noticeLanguage: 'line' },
  texts: { smsCodeLifetimeSeconds: 'seconds', textsPerHour: null, twoWayTexts: null },
  calls: { callsPerHour: null, callerId: 'line', callGreeting: 'line', callExtensionPrompt: null, officePhoneSetByPerson: null },
  log: { logRetentionDays: 'days', logNames: null, logEmail: null, logPhoneNumbers: null },
} as const satisfies Record<string, Record<string, Look | null>>

export type GroupName = keyof typeof GROUPS
type KeysOf<T> = T extends unknown ? keyof T : never
/** A setting that the page has words for. */
export type KnownKey = KeysOf<(typeof GROUPS)[GroupName]>

const looks: Record<string, Look | null> = Object.assign({}, ...Object.values(GROUPS))

export const groupNames = Object.keys(GROUPS) as GroupName[]
export const keysOf = (group: GroupName): string[] => Object.keys(GROUPS[group])
export const isKnown = (key: string): key is KnownKey => key in looks
export const lookOf = (key: string): Look | null => looks[key] ?? null
