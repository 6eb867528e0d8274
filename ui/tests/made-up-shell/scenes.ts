// Scenes for the preview, chosen in the address: `?scene=signed-out&language=nl&theme=dark`.

import { blockRecord } from './blocks'
import { shell } from './shell'
import { appPasswordRows, ago, type World } from './world'

const scenes: Record<string, (world: World) => void> = {
  registered: () => undefined,
  'signed-out': (world) => {
    world.status = { ...world.status, connection: 'signedOut', person: null, lastSynced: null }
  },
  'first-start': (world) => {
    world.status = { ...world.status, connection: 'signedOut', person: null, lastSynced: null, demo: false }
    world.settings = { ...world.settings, serviceAddress: '' }
  },
  'service-offered': (world) => {
    world.status = { ...world.status, connection: 'signedOut', person: null, lastSynced: null, demo: false, serviceOffer: 'https://verify.contoso.example' }
    world.settings = { ...world.settings, serviceAddress: '' }
  },
  administrator: (world) => {
    for (const { userPrincipalName, blocks } of world.people) if (userPrincipalName.startsWith('carla')) blocks.push(blockRecord(), blockRecord({ cause: 'fraud_report' }))
    if (world.status.person) world.status.person = { ...world.status.person, roles: ['administrator'] }
  },
  'help-desk': (world) => {
    if (world.status.person) world.status.person = { ...world.status.person, roles: ['helpDesk'] }
  },
  restarted: () => {
    shell.instead.page_restarted = () => true
  },
  'request-of-this-window': (world) => {
    world.status.approvals = 1
    world.approvals.requests = [
      { id: 'r1', purpose: 'sign_in', userPrincipalName: 'ann@contoso.example', organization: 'Contoso', application: 'Proofup', caller: null, clientAddress: '127.0.0.1', createdDateTime: new Date().toISOString(), expiresInSeconds: 60 },
    ]
  },
  'not-registered': (world) => {
    const { person } = world.status
    if (person) world.status.person = { ...person, registration: { required: true, reasons: ['admin_enabled'] } }
    world.security.phones = []
    world.security.authenticatorApps = []
    world.security.hardwareTokens = []
    world.appPasswords.value = []
  },
  'at-the-limit': (world) => {
    world.appPasswords.value = appPasswordRows(40)
  },
  calls: (world) => {
    world.security.me.policy.verificationMethods.callToPhone = true
    world.security.usable = ['oath', 'sms', 'voiceMobile', 'voiceOffice']
    world.calls = [{ id: 'c1', to: '+1 4255550155', owner: 'Ann Example', callerId: '+1 4255550100', spoken: "Thank you for using Contoso's sign-in verification system. Please press the # key to finish your verification.", language: 'en', state: 'talking' }]
  },
  unavailable: (world) => {
    world.appPasswords.unavailable = 'disabled_by_organization'
  },
  empty: (world) => {
    world.appPasswords.value = []
    world.authenticator.accounts = []
    world.security.trustedDevices = []
    world.activity.value = []
  },
  offline: (world) => {
    world.activity.known = true
    world.status = { ...world.status, connection: 'offline', lastSynced: ago(3 * 60 * 60_000) }
  },
  locked: (world) => {
    world.status = { ...world.status, vault: { state: 'locked', passphrase: true, keyring: false } }
  },
  'passphrase-needed': (world) => {
    world.status = { ...world.status, vault: { state: 'passphraseNeeded' } }
    world.keyring = 'off'
  },
  damaged: (world) => {
    world.status = { ...world.status, vault: { state: 'unusable', code: 'vault_damaged' } }
  },
}

const asked = new URLSearchParams(globalThis.location?.search ?? '')
scenes[asked.get('scene') ?? 'registered']?.(shell.world)
shell.world.settings = {
  ...shell.world.settings,
  language: (asked.get('language') ?? 'en') as World['settings']['language'],
  theme: (asked.get('theme') ?? 'light') as World['settings']['theme'],
}
