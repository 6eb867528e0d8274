// The settings of the made-up service.

import type { ServiceSettings, Setting, SettingValue } from '../../src/backend/administration'

const truth = (key: string, value: boolean): Setting => ({ key, kind: 'truth', least: null, most: null, value, default: value })
const text = (key: string, value: string): Setting => ({ key, kind: 'text', least: null, most: null, value, default: value })
const number = (key: string, least: number, most: number, value: number): Setting => ({ key, kind: 'number', least, most, value, default: value })

const defaults = (): Setting[] => [
  text('organization', 'Proofup'),
  truth('callToPhone', false),
  truth('textMessageToPhone', true),
  truth('notificationThroughMobileApp', false),
  truth('codeFromMobileApp', true),
  truth('appPasswordsAllowed', false),
  number('appPasswordDays', 0, 3650, 0),
  number('appPasswordLongestDays', 0, 3650, 0),
  truth('msChapAllowed', false),
  truth('rememberDeviceAllowed', false),
  number('rememberDeviceDays', 1, 365, 14),
  number('smsCodeLifetimeSeconds', 30, 900, 180),
  number('lockoutDenials', 1, 100, 10),
  number('lockoutCounterMinutes', 1, 1440, 15),
  number('lockoutMinutes', 1, 1440, 15),
  number('pushPendingLimit', 1, 20, 3),
  number('pushDenials', 1, 100, 5),
  number('pushPauseMinutes', 1, 1440, 15),
  truth('logNames', false),
  truth('logEmail', false),
  truth('logPhoneNumbers', true),
  number('logRetentionDays', 0, 36_500, 365),
  number('blockDays', 1, 3650, 90),
  truth('applicationPolicy', false),
  truth('deviceRegistrationPolicy', false),
  truth('registrationPolicy', false),
  truth('passwordResetEnabled', false),
  number('textsPerHour', 1, 100, 10),
  truth('twoWayTexts', false),
  number('callsPerHour', 1, 100, 10),
  text('callerId', ''),
  text('callGreeting', ''),
  truth('callExtensionPrompt', false),
  truth('fraudReportsAllowed', true),
  truth('blockUsersWhoReportFraud', false),
  truth('officePhoneSetByPerson', true),
  text('trustedNetworks', ''),
]

/** Contoso has set a few of them. */
export function newServiceSettings(): ServiceSettings {
  const settings = { version: 7, value: defaults() }
  setServiceSettings(settings, { organization: 'Contoso', appPasswordsAllowed: true, rememberDeviceAllowed: true, notificationThroughMobileApp: true, trustedNetworks: '192.0.2.0/24, 2001:db8::/32' })
  return settings
}

/** What a change does; `null` is the default. */
export function setServiceSettings(settings: ServiceSettings, changes: Record<string, SettingValue | null>) {
  for (const setting of settings.value) {
    const value = changes[setting.key]
    if (value !== undefined) setting.value = value ?? setting.default
  }
  settings.version += 1
}
