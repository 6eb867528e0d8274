// The data of the fake shell: one person of Contoso with methods and accounts.

import type { CallerVerification } from '../../src/backend/callers'
import type { AdminActionRecord, AdminSignIn, AdminUserDetails, ServiceSettings } from '../../src/backend/administration'
import type { AccessToken } from '../../src/backend/access-tokens'
import type { AccountChange, ActivityView, SignIn } from '../../src/backend/activity'
import type { SettingsView, Status } from '../../src/backend/app'
import type { ApprovalsView, AuthenticatorSetUp } from '../../src/backend/approvals'
import type { QuickAccessView } from '../../src/backend/quick-access'
import type { AppPasswordsView, DeviceSetup, FirstUse } from '../../src/backend/app-passwords'
import type { AccountRow, AuthenticatorView } from '../../src/backend/authenticator'
import type { HardwareOathMethod } from '../../src/backend/hardware-tokens'
import type { SecurityInfoView } from '../../src/backend/security-info'
import type { StageView } from '../../src/backend/stage'
import type { PhoneCall, PhoneMessage, PhoneNotification } from '../../src/backend/demo'
import type { HardwareOathDevice } from '../../src/backend/token-inventory'
import type { VaultHealth, VaultView } from '../../src/backend/vault'
import { stageInPlay } from './answers/stage'
import { newServiceSettings } from './service-settings'
import { newAccessTokens } from './access-tokens'
import { newTokens } from './tokens'

export interface World {
  deviceSetup: DeviceSetup
  firstUse: FirstUse
  status: Status
  settings: SettingsView
  quickAccess: QuickAccessView
  security: SecurityInfoView
  appPasswords: AppPasswordsView
  activity: ActivityView
  authenticator: AuthenticatorView
  trash: AccountRow[]
  duplicates: string[][]
  clockSynchronised: boolean | null
  vault: VaultView
  vaultNotices: VaultHealth['notices']
  copyDue: boolean
  messages: PhoneMessage[]
  calls: PhoneCall[]
  notifications: PhoneNotification[]
  approvals: ApprovalsView
  pushSetup: AuthenticatorSetUp
  people: AdminUserDetails[]
  /** What comes of a question to a caller's phone. */
  callerAnswer: CallerVerification
  /** What people were before a bulk action, by its id. */
  undone: Record<string, Record<string, AdminUserDetails['mfaState']>>
  adminActions: AdminActionRecord[]
  serviceSettings: ServiceSettings
  tokens: HardwareOathDevice[]
  accessTokens: AccessToken[]
  signInLog: AdminSignIn[]
  keyring: 'working' | 'unavailable' | 'off'
  serviceRunning: boolean
  stage: StageView
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
export const ago = (milliseconds: number) => new Date(Date.now() - milliseconds).toISOString()

const names = ['Laptop', 'iPhone of Ann', 'Printer 3rd floor']
const uses = [2 * MINUTE, DAY, null]
const clients = ['IMAP · Apple Mail', 'ActiveSync · iPhone15,2', null]

export function appPasswordRows(count: number): AppPasswordsView['value'] {
  return Array.from({ length: count }, (_, index) => {
    const used = index < uses.length ? (uses[index] ?? null) : index * 9 * DAY
    return {
      id: `ap-${index}`,
      displayName: names[index] ?? `Device ${index + 1}`,
      createdDateTime: ago((index + 30) * 7 * DAY),
      lastUsedDateTime: used === null ? null : ago(used),
      lastUsedFrom: clients[index] ?? null,
      lastUsedProtocol: null,
      lastUsedFrontEnd: null,
      lastUsedClient: null,
      protocols: [],
      addressRanges: [],
      unusedDays: null,
      expiresDateTime: null,
    }
  })
}

/** A row of the sign-in log; `age` in milliseconds. */
export const signIn = (number: number, age: number, more: Partial<SignIn> = {}): { '@type': 'signIn' } & SignIn => ({
  '@type': 'signIn',
  id: `si-${String(number).padStart(4, '0')}`,
  createdDateTime: ago(age),
  authenticationMode: 'text_message',
  detail: '+1 XXXXXXXX55',
  result: 'completed',
  denialReason: null,
  application: 'Proofup',
  protocol: 'web',
  clientAddress: '192.0.2.14',
  clientDevice: null,
  count: 1,
  lastDateTime: null,
  userId: 'u1',
  correlationId: `c-${number}`,
  ...more,
})

/** A change to the account; `age` in milliseconds. */
export const accountChange = (number: number, age: number, more: Partial<AccountChange> = {}): { '@type': 'accountChange' } & AccountChange => ({
  '@type': 'accountChange',
  id: `si-${String(number).padStart(4, '0')}`,
  createdDateTime: ago(age),
  change: 'app_password_created',
  changedBy: 'person',
  name: 'Laptop',
  previousName: null,
  count: null,
  untilDateTime: null,
  clientAddress: '192.0.2.14',
  userId: 'u1',
  correlationId: `c-${number}`,
  ...more,
})

const mail = { application: 'IMAP', protocol: 'imap', clientDevice: 'Apple Mail' } as const

const activityRows = () => [
  signIn(9, 0),
  signIn(8, 1000, { ...mail, authenticationMode: 'app_password', detail: 'Laptop', result: 'skipped_app_password', count: 12, lastDateTime: ago(500) }),
  signIn(7, DAY, { ...mail, authenticationMode: 'password', detail: null, result: 'denied', denialReason: 'app_password_required' }),
  signIn(6, DAY + 1000, { authenticationMode: 'software_oath', detail: 'Pixel 9', result: 'denied', denialReason: 'invalid_app_code', clientAddress: '203.0.113.9' }),
  accountChange(5, 2 * DAY, { change: 'authenticator_app_renamed', name: 'Pixel 9', previousName: 'Phone' }),
  accountChange(4, 3 * DAY, { change: 'account_blocked', changedBy: 'administrator', name: null, untilDateTime: ago(-DAY), clientAddress: null }),
  accountChange(3, 3 * DAY + 1000, { change: 'preferred_option_changed', name: 'oath' }),
  signIn(2, 9 * DAY, { authenticationMode: 'remembered_device', detail: 'ann-laptop', result: 'skipped_remembered_device' }),
]

export const account = (id: string, issuer: string, name: string, more: Partial<AccountRow> = {}): AccountRow => ({
  id,
  issuer,
  account: name,
  kind: 'totp',
  period: 30,
  digits: 6,
  ownOrganization: false,
  gone: false,
  pinned: false,
  note: '',
  tags: [],
  picture: null,
  used: null,
  uses: 0,
  ...more,
})

export const hardwareToken = (id: string, displayName: string, serialNumber: string): HardwareOathMethod => ({
  id,
  displayName,
  serialNumber,
  manufacturer: 'Acme',
  model: 'OTP c100',
  secretKey: null,
  timeIntervalInSeconds: 30,
  codeLength: 6,
  validUntil: null,
  createdDateTime: ago(40 * DAY),
  lastUsedDateTime: ago(6 * DAY),
})

const userOf = (upn: string, displayName: string, more: Partial<AdminUserDetails> = {}): AdminUserDetails => ({
  userPrincipalName: upn,
  displayName,
  roles: [],
  mfaState: 'enforced',
  methods: [
    { '@type': 'phoneAuthenticationMethod', id: `phone-${upn}`, phoneType: 'mobile', phoneNumber: '+31 XXXXXXX78', readOnly: false, createdDateTime: ago(300 * DAY), lastUsedDateTime: ago(2 * DAY) },
    { '@type': 'softwareOathAuthenticationMethod', id: `app-${upn}`, displayName: 'Pixel 9', secretKey: null, createdDateTime: ago(200 * DAY), lastUsedDateTime: ago(60 * MINUTE) },
  ],
  methodKinds: ['codeApp', 'phone'],
  lastSignInDateTime: ago(60 * MINUTE),
  blockedUntilDateTime: null,
  lockedUntilDateTime: null,
  createdDateTime: ago(400 * DAY),
  mail: 'notices@mail.example',
  preferredLanguage: null,
  mailRefused: null,
  registration: { required: false, reasons: [] },
  caller: {
    required: false,
    verified: [],
    stoppedUntilDateTime: null,
    options: [
      { way: 'notification', methodId: 'device-1', target: 'Pixel 9', addedDateTime: ago(200 * DAY), addedLately: false },
      { way: 'text', methodId: 'phone-1', target: '+1 XXXXXXXX55', addedDateTime: ago(DAY), addedLately: true },
    ],
  },
  appPasswords: 4,
  trustedDevices: 2,
  oneTimeBypassUntilDateTime: null,
  locks: [],
  blocks: [],
  ...more,
})

const logRow = (id: string, userPrincipalName: string, more: Partial<AdminSignIn> = {}): AdminSignIn => ({
  id,
  createdDateTime: ago(20 * MINUTE),
  lastDateTime: null,
  count: 1,
  durationMilliseconds: 210,
  userId: `id-${id}`,
  userPrincipalName,
  firstName: null,
  lastName: null,
  email: null,
  phoneNumber: null,
  deviceToken: null,
  authenticationMode: 'text_message',
  detail: null,
  result: 'completed',
  denialReason: null,
  application: 'Proofup',
  protocol: 'web',
  clientAddress: '192.0.2.14',
  clientDevice: null,
  appPasswordId: null,
  frontEnd: null,
  serverName: 'node-1',
  serverAddress: null,
  correlationId: 'c7a2f9e0',
  sealNumber: 1_000_230 + Number(id),
  ...more,
})

function somePeople(): AdminUserDetails[] {
  return [
    userOf('ann@contoso.example', 'Ann Example', { roles: ['administrator'] }),
    userOf('ben@contoso.example', 'Ben Carter', {
      lockedUntilDateTime: ago(-15 * MINUTE),
      locks: [{ kind: 'appCode', network: '203.0.113.0/24', failures: 10, lastFailureDateTime: ago(MINUTE), untilDateTime: ago(-15 * MINUTE) }],
    }),
    userOf('carla@contoso.example', 'Carla de Vries', { mfaState: 'enabled', methods: [], methodKinds: [], lastSignInDateTime: null, appPasswords: 0, trustedDevices: 0, registration: { required: true, reasons: ['admin_enabled'] } }),
    userOf('eva@contoso.example', 'Eva Admin', { roles: ['administrator'] }),
    userOf('wu@contoso.example', '吳丹', { mfaState: 'disabled', methods: [], methodKinds: [], lastSignInDateTime: ago(9 * DAY), appPasswords: 0, trustedDevices: 0 }),
  ]
}

export function newWorld(): World {
  const registration = { required: false, reasons: [] }
  const person = { userPrincipalName: 'ann@contoso.example', displayName: 'Ann Example', organization: 'Contoso', roles: [], registration }
  return {
    deviceSetup: {
      userName: 'ann@contoso.example',
      incoming: { protocol: 'imap', host: 'imap.contoso.example', port: 993, security: 'tls' },
      outgoing: { protocol: 'smtp', host: 'smtp.contoso.example', port: 465, security: 'tls' },
      calendarServer: 'dav.contoso.example',
      vpnServer: null,
      wifiNetwork: null,
    },
    firstUse: { state: 'waiting' },
    status: {
      connection: 'online',
      lastSynced: ago(5000),
      person,
      stepUp: null,
      serviceFault: null,
      vault: { state: 'unlocked' },
      clockOffsetSeconds: 0,
      linkWaiting: false,
      serviceOffer: null,
      demo: true,
      approvals: 0,
      refusedApp: null,
      accountAlert: null,
      locale: null,
    },
    settings: { language: 'en', theme: 'light', zoom: 100, serviceAddress: 'http://127.0.0.1:8440', accounts: { sort: 'own', hideCodes: false, hideAfterSeconds: 10, showNext: false, trashDays: 30 }, appPasswordSort: { column: 'created', descending: true }, locking: { idleMinutes: null, onSuspend: true, onSessionLock: true, atStart: false }, quickAccess: { tray: false, closeToTray: false, startHidden: false, shortcut: null } },
    quickAccess: { noTray: null, noSessionStart: null, noShortcut: null, startsWithSession: false, heldKeys: null },
    security: {
      me: {
        ...person,
        mfaState: 'enforced',
        policy: {
          verificationMethods: { callToPhone: false, textMessageToPhone: true, notificationThroughMobileApp: false, codeFromMobileApp: true },
          appPasswords: { available: true, reason: null, limit: 40 },
          rememberDevice: { allowed: true, days: 14 },
          officePhoneSetByPerson: true,
        },
        serverTime: ago(0),
      },
      phones: [
        { id: 'p1', phoneType: 'mobile', phoneNumber: '+1 XXXXXXXX55', readOnly: false, createdDateTime: ago(90 * DAY), lastUsedDateTime: ago(DAY) },
        { id: 'p2', phoneType: 'office', phoneNumber: '+1 XXXXXXXX00', readOnly: true, createdDateTime: ago(400 * DAY), lastUsedDateTime: null },
      ],
      authenticatorApps: [
        { id: 'app-1', displayName: 'This computer', secretKey: null, createdDateTime: ago(60 * DAY), lastUsedDateTime: ago(3 * 60 * MINUTE) },
        { id: 'app-2', displayName: 'Pixel 9', secretKey: null, createdDateTime: ago(50 * DAY), lastUsedDateTime: ago(21 * DAY) },
      ],
      hardwareTokens: [hardwareToken('token-1', 'Key ring', '31066')],
      authenticators: [],
      thisComputer: 'app-1',
      preferred: 'oath',
      usable: ['oath', 'sms'],
      trustedDevices: [{ id: 'd1', displayName: 'ann-laptop', createdDateTime: ago(DAY), expiresDateTime: ago(-13 * DAY), current: true }],
      synced: ago(5000),
    },
    appPasswords: { value: appPasswordRows(3), limit: 40, unavailable: null, suggestedNames: ['ann-desktop', 'Phone', 'Tablet'], synced: ago(5000) },
    activity: { value: activityRows(), next: null, known: false, synced: ago(5000) },
    people: somePeople(),
    callerAnswer: { id: 'question-1', way: 'notification', target: 'Pixel 9', state: 'waiting', number: '47', expiresInSeconds: 50, verifiedUntilDateTime: null },
    undone: {},
    serviceSettings: newServiceSettings(),
    tokens: newTokens(),
    accessTokens: newAccessTokens(),
    adminActions: [],
    signInLog: [logRow('2', 'ben@contoso.example', { result: 'denied', denialReason: 'invalid_app_code', authenticationMode: 'software_oath', clientAddress: '203.0.113.9' }), logRow('1', 'ann@contoso.example')],
    authenticator: {
      accounts: [
        account('a1', 'Contoso', 'ann@contoso.example', { ownOrganization: true }),
        account('a2', 'GitHub', 'ann'),
        account('a3', 'Steam', 'ann_plays', { kind: 'steam', digits: 5 }),
        account('a4', 'Bank', 'ann', { kind: 'hotp', period: null }),
      ],
      quarantined: [],
      trashed: 0,
    },
    trash: [],
    duplicates: [],
    clockSynchronised: null,
    vaultNotices: [],
    copyDue: false,
    vault: {
      folder: '/home/ann/.local/share/proofup',
      moved: false,
      keyStorage: { keyId: 'K7XQ2MFA', keyring: 'holds', passphrase: true, sheet: null },
      newestBackup: { name: 'vault-20260312-094100Z.age', made: ago(3 * 60 * MINUTE), saved: ago(3 * 60 * MINUTE), accounts: 4 },
      copied: null,
      triggers: { suspend: true, session: false },
    },
    messages: [
      { id: 'm1', to: '+1 4255550155', text: 'Use verification code 492039 to sign in to Contoso.', receivedDateTime: ago(2 * MINUTE), owner: 'Ann Example' },
    ],
    calls: [],
    notifications: [],
    approvals: { requests: [], accounts: [] },
    pushSetup: { state: 'waiting', deviceName: null, testOutcome: null },
    keyring: 'working',
    serviceRunning: true,
    stage: stageInPlay(),
  }
}
