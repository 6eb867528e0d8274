// The answers of the fake shell to each command.

import type { AccountRow } from '../../src/backend/authenticator'
import { fault } from './shell'
import { account as accountRow, appPasswordRows, hardwareToken, type World } from './world'

type Emit = (event: string, payload?: unknown) => void
type Answer = (args: Record<string, any>, world: World, emit: Emit) => unknown
export type Answers = Record<string, Answer>

export const RIGHT_CODE = '123456'

const QR = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 29 29"><rect width="29" height="29" fill="#fff"/><path d="M4 4h7v7H4zM18 4h7v7h-7zM4 18h7v7H4z"/><path fill="#fff" d="M5 5h5v5H5zM19 5h5v5h-5zM5 19h5v5H5z"/><path d="M6 6h3v3H6zM20 6h3v3h-3zM6 20h3v3H6zM13 4h1v3h-1zM15 6h2v1h-2zM12 12h2v2h-2zM15 13h4v1h-4zM20 14h3v2h-3zM13 16h3v1h-3zM12 19h2v3h-2zM16 18h3v2h-3zM20 20h4v1h-4zM17 22h2v3h-2zM22 23h3v2h-3z"/></svg>`

const SHEET = {
  keyId: 'K7XQ2MFA',
  prefix: 'AGE-SECRET-KEY-1',
  groups: ['QQPZ', 'RY9X', '8GF2', 'TVDW', '0S3J', 'N54K', 'HCE6', 'MUA7', 'LQPZ', 'RY9X', '8GF2', 'TVDW', '0S3J', 'N54K', 'HC'],
  qrSvg: QR,
  made: new Date().toISOString(),
  asked: [3, 11],
}

const methods = [
  { id: 'sms-1', type: 'sms', hint: '+X XXXXXXXX55' },
  { id: 'oath-1', type: 'oath', hint: 'Pixel 9' },
  { id: 'voice-1', type: 'voiceMobile', hint: '+X XXXXXXXX55' },
  { id: 'voice-2', type: 'voiceOffice', hint: '+X XXXXXXXX00' },
  { id: 'push', type: 'push', hint: 'Pixel 9' },
]

const secondStep = (methodId: string) => ({
  step: 'secondStep',
  methods,
  rememberDays: 14,
  notStarted: null,
  challenge: {
    methodId,
    expiresInSeconds: methodId === 'push' ? 60 : 180,
    resendInSeconds: methodId === 'sms-1' ? 30 : null,
    pollInSeconds: methodId.startsWith('oath') ? null : 2,
    number: methodId === 'push' ? '42' : null,
    reply: false,
  },
})

function checkCode(code: string) {
  if (code !== RIGHT_CODE) throw fault('incorrect_code', { triesLeft: 4 })
}

function personOf(world: World, upn: string) {
  const found = world.people.find((one) => one.userPrincipalName === upn)
  if (!found) throw fault('not_found')
  return found
}

function wroteDown(world: World, action: World['adminActions'][number]['action'], subject: string, detail: string | null, reason: string | null) {
  const actor = world.status.person?.userPrincipalName ?? ''
  world.adminActions.unshift({ id: `act-${world.adminActions.length}`, createdDateTime: new Date().toISOString(), actor, action, subject, detail, reason, clientAddress: '192.0.2.14', correlationId: 'c7a2f9e0' })
}

const view = (world: World) => {
  const { value, limit, unavailable } = world.appPasswords
  return { ...world.appPasswords, unavailable: unavailable ?? (value.length >= limit ? 'limit_reached' : null) }
}

function rename(list: { id: string; displayName: string }[], id: string, displayName: string) {
  const named = list.find((one) => one.id === id)
  if (named) named.displayName = displayName
}

function changeAccounts(world: World, ids: string[], change: (row: AccountRow) => AccountRow) {
  world.authenticator.accounts = world.authenticator.accounts.map((row) => (ids.includes(row.id) ? change(row) : row))
}

const PERIOD = 30_000
const symbols = (seed: number, digits: number) => String((seed * 7_919 + 104_729) % 10 ** digits).padStart(digits, '0')

export const answers: Answers = {
  status: (_, world) => world.status,
  refresh: (_, world) => world.status,
  settings: (_, world) => world.settings,
  save_settings: ({ settings }, world) => {
    const saved = settings as World['settings']
    if (!/^https?:\/\/\S+$/.test(saved.serviceAddress)) throw fault('service_address_invalid', { reason: 'not_a_url' })
    return (world.settings = saved)
  },
  quick_access: (_, world) => world.quickAccess,
  set_session_start: ({ on }, world) => {
    world.quickAccess.startsWithSession = on
  },
  set_shortcut: ({ shortcut }, world) => {
    if (shortcut === 'Ctrl+Alt+T') throw fault('shortcut_taken')
    if (shortcut && !/^(Ctrl|Alt|Super)\+/.test(shortcut)) throw fault('shortcut_invalid', { reason: 'no_modifier' })
    world.settings.quickAccess.shortcut = shortcut
    world.quickAccess.heldKeys = shortcut
    return world.settings
  },
  about: (_, world) => ({
    version: '0.1.0',
    dataFolder: '/home/ann/.local/share/proofup',
    keyring: world.keyring === 'working' ? { state: 'working', name: 'Secret Service' } : world.keyring === 'off' ? { state: 'off' } : { state: 'unavailable', detail: 'no such interface' },
    systemLanguage: 'en-US',
  }),
  set_window_theme: () => null,
  set_window_zoom: () => null,
  system_theme: () => 'light',
  copy_text: () => null,
  forget_service_offer: (_, world, emit) => {
    world.status = { ...world.status, serviceOffer: null }
    emit('status', world.status)
  },
  hold_window: () => null,
  quit_app: () => null,
  page_restarted: () => false,
  page_usable: () => null,
  window_seen: () => null,

  sign_in: ({ password }) => {
    if (password !== 'correct horse') throw fault('invalid_credentials')
    return secondStep('sms-1')
  },
  start_method: ({ methodId }) => secondStep(methodId),
  submit_code: ({ code }, world, emit) => {
    checkCode(code)
    emit('status', { ...world.status })
    return { step: 'signedIn' }
  },
  poll_method: () => null,
  own_code_possible: () => false,
  submit_own_code: () => ({ step: 'signedIn' }),
  cancel_sign_in: () => null,
  sign_out: (_, world, emit) => {
    world.status = { ...world.status, connection: 'signedOut', person: null }
    emit('status', world.status)
  },

  change_password: ({ currentPassword, newPassword }) => {
    if (currentPassword !== 'correct horse') throw fault('wrong_password')
    if (String(newPassword).length < 8) throw fault('password_invalid', { reason: 'too_short' })
    return null
  },
  security_info: (_, world) => world.security,
  start_phone: ({ phoneNumber }) => {
    const digits = String(phoneNumber).replace(/\D/g, '')
    // Without a number, it is the one that the organisation set.
    if (phoneNumber !== '' && digits.length < 8) throw fault('phone_number_invalid', { reason: 'too_short' })
    return { verificationId: 'v1', expiresInSeconds: 180, resendInSeconds: 30, reply: false, phoneNumber: phoneNumber || '+1 XXXXXXXX00' }
  },
  verify_phone: ({ code }) => checkCode(code),
  phone_verified: () => false,
  delete_phone: ({ phoneType }, world) => {
    world.security.phones = world.security.phones.filter((phone) => phone.phoneType !== phoneType)
  },
  start_mobile_app: () => ({
    id: 's1',
    qrSvg: QR,
    secretKey: 'JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP',
    otpauthUri: 'otpauth://totp/Contoso:ann%40contoso.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Contoso',
    expiresInSeconds: 600,
    thisComputerPossible: true,
  }),
  activate_mobile_app: ({ code }) => checkCode(code),
  add_mobile_app_to_this_computer: () => null,
  cancel_mobile_app: () => null,
  copy_setup_secret: () => null,
  copy_setup_link: () => null,
  delete_mobile_app: ({ methodId }, world) => {
    if (world.security.authenticatorApps.length + world.security.phones.length <= 1) throw fault('last_method')
    world.security.authenticatorApps = world.security.authenticatorApps.filter((app) => app.id !== methodId)
  },
  add_hardware_token: ({ serialNumber, code, displayName }, world) => {
    if (serialNumber !== '40117') throw fault('hardware_token_not_found')
    if (code !== RIGHT_CODE) throw fault('incorrect_code')
    world.security.hardwareTokens.push(hardwareToken('token-2', displayName || 'OTP c200', serialNumber))
  },
  resync_hardware_token: ({ firstCode, secondCode }) => {
    if (firstCode !== RIGHT_CODE || secondCode === RIGHT_CODE) throw fault('codes_not_consecutive')
  },
  delete_hardware_token: ({ id }, world) => {
    world.security.hardwareTokens = world.security.hardwareTokens.filter((token) => token.id !== id)
  },
  rename_mobile_app: ({ id, displayName }, world) => rename(world.security.authenticatorApps, id, displayName),
  rename_push_device: ({ id, displayName }, world) => rename(world.security.authenticators, id, displayName),
  rename_hardware_token: ({ id, displayName }, world) => rename(world.security.hardwareTokens, id, displayName),
  rename_trusted_device: ({ id, displayName }, world) => rename(world.security.trustedDevices, id, displayName),
  rename_app_password: ({ id, displayName }, world) => {
    if (world.appPasswords.value.some((row) => row.id !== id && row.displayName === displayName)) throw fault('app_password_name_taken')
    rename(world.appPasswords.value, id, displayName)
  },
  forget_trusted_device: ({ id }, world) => {
    world.security.trustedDevices = world.security.trustedDevices.filter((device) => device.id !== id)
  },
  set_preferred: ({ method }, world) => {
    world.security.preferred = method
  },
  restore_mfa: (_, world) => {
    world.security.trustedDevices = []
  },
  complete_registration: (_, world, emit) => {
    const { person } = world.status
    if (person) world.status = { ...world.status, person: { ...person, registration: { required: false, reasons: [] } } }
    emit('status', world.status)
  },
  begin_wizard: () => null,
  cancel_registration: () => null,

  approvals: (_, world) => world.approvals,
  decide_request: ({ id, choice, number }, world, emit) => {
    world.approvals.requests = world.approvals.requests.filter((request) => request.id !== id)
    world.status = { ...world.status, approvals: world.approvals.requests.length }
    emit('status', world.status)
    emit('approvals-changed')
    if (choice === 'approve' && number !== '42') throw fault('number_mismatch')
  },
  activate_device: ({ code }) => {
    if (code === 'used') throw fault('activation_code_used')
  },
  remove_device: ({ id }, world) => {
    world.approvals.accounts = world.approvals.accounts.filter((account) => account.id !== id)
  },
  show_notification: () => null,
  start_push_setup: () => ({ id: 'd1', qrSvg: QR, activationCode: 'k7mf-2c9w-qp4t-0r1x', activationUrl: 'https://verify.contoso.example', expiresInSeconds: 600 }),
  push_setup_state: (_, world) => world.pushSetup,
  test_push_device: () => ({ number: '42', expiresInSeconds: 60 }),
  cancel_push_setup: () => null,
  use_this_computer: () => null,
  copy_push_setup: () => null,
  delete_push_device: ({ id }, world) => {
    world.security.authenticators = world.security.authenticators.filter((device) => device.id !== id)
  },

  app_passwords: (_, world) => view(world),
  create_app_password: ({ displayName }, world) => {
    if (world.appPasswords.value.length >= world.appPasswords.limit) throw fault('app_password_limit_reached', { limit: 40 })
    if (world.appPasswords.value.some((row) => row.displayName === displayName)) throw fault('app_password_name_taken')
    const [first] = appPasswordRows(1)
    if (first) world.appPasswords.value.unshift({ ...first, id: 'new', displayName, lastUsedDateTime: null, lastUsedFrom: null, createdDateTime: new Date().toISOString() })
    return { id: 'new', displayName, groups: ['k7mf', '2wqx', 'p9ca', 'hd4t', 'nr6e'] }
  },
  copy_app_password: () => null,
  close_app_password: () => null,
  delete_app_password: ({ id }, world) => {
    world.appPasswords.value = world.appPasswords.value.filter((row) => row.id !== id)
  },
  delete_all_app_passwords: (_, world) => {
    world.appPasswords.value = []
  },

  people: ({ request }, world) => {
    const { search = '', state, role, blocked, locked, method } = request
    const helps = !world.status.person?.roles.includes('administrator')
    const all = world.people.filter(
      (one) =>
        `${one.displayName} ${one.userPrincipalName}`.toLowerCase().includes(search.toLowerCase()) &&
        (!state || one.mfaState === state) &&
        (!role || one.roles.includes(role)) &&
        (!method || one.methodKinds.includes(method)) &&
        (!blocked || one.blockedUntilDateTime) &&
        (!locked || one.lockedUntilDateTime),
    )
    const value = helps && search.trim().length < 2 ? [] : all
    return { value, next: null, found: value.length }
  },
  person: ({ upn }, world) => {
    const found = personOf(world, upn)
    if (found.roles.includes('administrator') && !world.status.person?.roles.includes('administrator')) throw fault('administrator_protected')
    return found
  },
  person_sign_ins: ({ upn }, world) => ({ value: world.signInLog.filter((row) => row.userPrincipalName === upn), next: null }),
  usage_report: () => ({
    month: '2026-03',
    people: { disabled: 1, enabled: 1, enforced: 3, verifiedThisMonth: 2 },
    phones: [{ month: '2026-03', kind: 'text', country: 'NL', sent: 120, failed: 2 }],
    unusedAppPasswords: [{ userPrincipalName: 'ben@contoso.example', displayName: 'Printer', createdDateTime: '2025-01-02T03:04:05Z', lastUsedDateTime: null }],
  }),
  admin_sign_ins: ({ request }, world) => ({
    value: world.signInLog.filter((row) => (!request.user || row.userPrincipalName === request.user) && (!request.kind || (request.kind === 'denied') === (row.result === 'denied'))),
    next: null,
  }),
  admin_actions: ({ upn }, world) => world.adminActions.filter(({ subject }) => !upn || subject === upn),
  set_person_state: ({ upn, state, reason }, world) => {
    const found = personOf(world, upn)
    found.mfaState = state === 'enabled' && found.methods.length > 0 ? 'enforced' : state
    wroteDown(world, 'mfa_state_changed', upn, found.mfaState, reason)
  },
  act_on_person: ({ upn, action, reason, seconds }, world) => {
    const found = personOf(world, upn)
    if (action === 'unlock') Object.assign(found, { lockedUntilDateTime: null, locks: [] })
    if (action === 'deleteAppPasswords') found.appPasswords = 0
    if (action === 'oneTimeBypass') found.oneTimeBypassUntilDateTime = new Date(Date.now() + seconds * 1000).toISOString()
    wroteDown(world, action === 'unlock' ? 'lock_opened' : action === 'oneTimeBypass' ? 'bypass_granted' : 'app_passwords_deleted', upn, null, reason)
  },
  withdraw_bypass: ({ upn }, world) => {
    personOf(world, upn).oneTimeBypassUntilDateTime = null
  },
  set_person_roles: ({ upn, roles, reason }, world) => {
    const found = personOf(world, upn)
    const others = world.people.some((one) => one !== found && one.roles.includes('administrator'))
    if (!others && !roles.includes('administrator')) throw fault('last_administrator')
    found.roles = roles
    wroteDown(world, 'roles_changed', upn, roles.join(' '), reason)
  },

  activity: ({ kind, after }, world) => {
    const of = (row: World['activity']['value'][number]) => {
      if (kind === 'all') return true
      if (row['@type'] === 'accountChange') return kind === 'changes'
      return kind === 'denied' ? row.result === 'denied' : kind === 'signIns' ? row.result !== 'denied' : kind === 'oldApps' && row.protocol !== 'web'
    }
    const rows = world.activity.value.filter(of).filter(({ id }) => !after || id < after)
    const value = rows.slice(0, 50)
    return { ...world.activity, value, next: rows.length > 50 ? value.at(-1)?.id : null }
  },
  sign_out_everywhere_else: (_, world) => {
    world.security.trustedDevices = []
  },
  register_again: (_, world, emit) => {
    const { person } = world.status
    if (person) world.status = { ...world.status, person: { ...person, registration: { required: true, reasons: ['registers_anew'] } } }
    emit('status', world.status)
  },

  authenticator: (_, world) => world.authenticator,
  codes: ({ ids }, world) => {
    const step = Math.floor(Date.now() / PERIOD)
    return world.authenticator.accounts
      .filter(({ id, kind }) => kind !== 'hotp' && ids.includes(id))
      .map(({ id, kind, digits }, index) => ({
        id,
        code: kind === 'steam' ? 'FR8RV' : symbols(step + index * 31, digits),
        nextCode: kind === 'steam' ? 'K2V9T' : symbols(step + 1 + index * 31, digits),
        validFrom: step * PERIOD,
        validUntil: (step + 1) * PERIOD,
      }))
  },
  next_hotp_code: ({ id }) => ({ id, code: '755224', nextCode: null, validFrom: null, validUntil: null }),
  copy_code: () => null,
  drafts_from_link: ({ link }) => {
    if (!String(link).startsWith('otpauth://')) throw fault('link_not_otpauth')
    const draft = { draftId: 'draft', number: 1, issuer: 'Fabrikam', account: 'ann', kind: 'totp' as const, algorithm: 'SHA1' as const, digits: 6, period: 30, alreadyThere: false, warnings: ['issuer_differs' as const] }
    return { drafts: [draft], refused: [], exports: [] }
  },
  drafts_from_opened_link: (_, world) => {
    world.status = { ...world.status, linkWaiting: false }
    throw fault('draft_gone')
  },
  drafts_from_picture: () => {
    throw fault('picture_without_qr')
  },
  link_from_picture: () => 'proofup://activate?code=k7mf-2c9w&url=https%3A%2F%2Fverify.contoso.example',
  link_from_clipboard: () => {
    throw fault('picture_without_link')
  },
  link_from_screen: () => {
    throw fault('screen_unavailable')
  },
  drafts_from_clipboard: () => {
    throw fault('clipboard_without_picture')
  },
  drafts_from_screen: () => {
    throw fault('screen_unavailable', { detail: 'no portal' })
  },
  account_qr: () => ({ state: 'shown', svg: '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
  add_draft: ({ issuer, account }, world) => {
    const row = accountRow('added', issuer, account)
    world.authenticator.accounts.push(row)
    return row
  },
  cancel_import: () => null,
  discard_draft: () => null,
  add_account: ({ account }, world) => {
    const typed = account as { issuer: string; account: string; secret: string }
    if (!/^[A-Z2-7 -]+$/i.test(typed.secret)) throw fault('secret_not_base32', { character: '1', position: 3 })
    const row = accountRow('typed', typed.issuer, typed.account)
    world.authenticator.accounts.push(row)
    return row
  },
  edit_account: ({ id, edit }, world) => {
    changeAccounts(world, [id], (row) => ({ ...row, ...edit }))
    return world.authenticator.accounts.find((row) => row.id === id)
  },
  account_picture: () => 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  set_account_picture: (args, world) => changeAccounts(world, [args['Proofup-Account']], (row) => ({ ...row, picture: Date.now() })),
  clear_account_picture: ({ id }, world) => changeAccounts(world, [id], (row) => ({ ...row, picture: null })),
  pin_accounts: ({ ids, pinned }, world) => changeAccounts(world, ids, (row) => ({ ...row, pinned })),
  tag_accounts: ({ ids, add, remove }, world) =>
    changeAccounts(world, ids, (row) => ({ ...row, tags: [...row.tags.filter((tag) => !remove.includes(tag) && !add.includes(tag)), ...add] })),
  rename_tag: ({ from, to }, world) =>
    changeAccounts(world, world.authenticator.accounts.map(({ id }) => id), (row) => ({
      ...row,
      tags: row.tags.flatMap((tag) => (tag !== from ? [tag] : to === null ? [] : [to])),
    })),
  move_account: ({ id, before }, world) => {
    const { accounts } = world.authenticator
    const others = accounts.filter((row) => row.id !== id)
    const at = before === null ? others.length : others.findIndex((row) => row.id === before)
    world.authenticator.accounts = [...others.slice(0, at), ...accounts.filter((row) => row.id === id), ...others.slice(at)]
  },
  duplicate_accounts: (_, world) => world.duplicates,
  delete_accounts: ({ ids }, world) => {
    world.trash.push(...world.authenticator.accounts.filter(({ id }) => ids.includes(id)))
    world.authenticator.accounts = world.authenticator.accounts.filter(({ id }) => !ids.includes(id))
    world.authenticator.trashed = world.trash.length
  },
  restore_accounts: ({ ids }, world) => {
    world.authenticator.accounts.unshift(...world.trash.filter(({ id }) => ids.includes(id)))
    answers.erase_accounts?.({ ids }, world, () => undefined)
  },
  trash: (_, world) =>
    world.trash.map(({ id, issuer, account }) => ({
      id,
      issuer,
      account,
      deleted: '2026-03-12T09:41:00Z',
      erased: world.settings.accounts.trashDays === null ? null : '2026-04-11T09:41:00Z',
    })),
  erase_accounts: ({ ids }, world) => {
    world.trash = world.trash.filter(({ id }) => !ids.includes(id))
    world.authenticator.trashed = world.trash.length
  },
  system_clock: (_, world) => ({ synchronised: world.clockSynchronised }),

  unlock_vault: ({ passphrase }, world, emit) => {
    if (passphrase !== 'correct horse') throw fault('wrong_passphrase')
    world.status = { ...world.status, vault: { state: 'unlocked' } }
    emit('status', world.status)
  },
  create_vault: ({ passphrase }, world, emit) => {
    if (String(passphrase).length < 8) throw fault('passphrase_too_short')
    world.status = { ...world.status, vault: { state: 'unlocked' } }
    emit('status', world.status)
  },
  retry_vault: () => null,
  vault: (_, world) => ({ ...world.vault, keyStorage: world.status.vault.state === 'unlocked' ? world.vault.keyStorage : null }),
  vault_health: (_, world) => ({ notices: world.vaultNotices, keyringAlone: world.vault.keyStorage !== null && !world.vault.keyStorage.passphrase && world.vault.keyStorage.sheet === null, copyDue: world.copyDue, copied: world.vault.copied }),
  unlock_vault_with_sheet: ({ sheet }, world, emit) => {
    if (String(sheet).length < 58) throw fault('sheet_incomplete', { missing: 58 - String(sheet).length, group: null })
    world.status = { ...world.status, vault: { state: 'unlocked' } }
    emit('status', world.status)
  },
  note_user_activity: () => null,
  set_vault_passphrase: (_, world, emit) => {
    world.vault.keyStorage = world.vault.keyStorage && { ...world.vault.keyStorage, passphrase: true }
    emit('authenticator-changed')
  },
  remove_vault_passphrase: (_, world, emit) => {
    world.vault.keyStorage = world.vault.keyStorage && { ...world.vault.keyStorage, passphrase: false }
    emit('authenticator-changed')
  },
  keep_vault_in_keyring: (_, world) => {
    world.vault.keyStorage = world.vault.keyStorage && { ...world.vault.keyStorage, keyring: 'holds' }
  },
  remove_vault_from_keyring: (_, world) => {
    world.vault.keyStorage = world.vault.keyStorage && { ...world.vault.keyStorage, keyring: 'empty' }
  },
  recovery_sheet: ({ passphrase }, world) => {
    if (world.vault.keyStorage?.passphrase && passphrase === null) return { state: 'passphraseNeeded' }
    if (world.vault.keyStorage?.passphrase && passphrase !== 'correct horse') throw fault('wrong_passphrase')
    return { state: 'shown', sheet: SHEET }
  },
  confirm_recovery_sheet: ({ pieces }, world, emit) => {
    if (String(pieces) !== '8GF2,8GF2') throw fault('sheet_piece_wrong', { group: 3 })
    world.vault.keyStorage = world.vault.keyStorage && { ...world.vault.keyStorage, sheet: new Date().toISOString() }
    emit('authenticator-changed')
  },
  print_page: () => null,
  move_vault: ({ folder }, world) => {
    if (!String(folder).startsWith('/')) throw fault('folder_not_absolute')
    world.vault.folder = folder
  },
  choose_folder: () => '/media/stick/vault',
  copy_vault: (_, world, emit) => {
    world.copyDue = false
    world.vault.copied = new Date().toISOString()
    emit('authenticator-changed')
  },
  put_off_vault_copy: (_, world, emit) => {
    world.copyDue = false
    emit('authenticator-changed')
  },
  use_vault_folder: () => {
    throw fault('not_a_vault')
  },
  cancel_vault_move: () => null,
  preview_vault_backup: () => ({ accounts: [{ issuer: 'Contoso', account: 'ann@contoso.example' }], gone: [{ issuer: 'GitHub', account: 'ann' }] }),
  dismiss_vault_notices: (_, world, emit) => {
    world.vaultNotices = []
    emit('authenticator-changed')
  },
  quarantined_text: () => '{\n  "issuer": "Yandex"\n}',
  copy_quarantined: () => null,
  delete_quarantined: ({ id }, world, emit) => {
    world.authenticator.quarantined = world.authenticator.quarantined.filter((row) => row.id !== id)
    emit('authenticator-changed')
  },
  back_up_vault: (_, world) => {
    const now = new Date().toISOString()
    world.vault.newestBackup = { name: 'vault-now.age', made: now, saved: now, accounts: world.authenticator.accounts.length }
    return true
  },
  vault_backups: () => [
    { name: 'vault-20260312-094100Z.age', made: '2026-03-12T09:41:00Z', saved: '2026-03-12T09:41:00Z', accounts: 4 },
    { name: 'vault-20260301-094100Z.age', made: '2026-03-01T09:41:00Z', saved: '2026-03-01T09:41:00Z', accounts: null },
  ],
  restore_vault_backup: () => null,
  lock_vault: (_, world, emit) => {
    world.status = { ...world.status, vault: { state: 'locked', passphrase: true, keyring: false } }
    emit('status', world.status)
  },

  demo_people: () => [
    { userPrincipalName: 'nora@contoso.example', displayName: 'Nora New', password: 'spring-meadow-41', story: 'not_registered' },
    { userPrincipalName: 'ann@contoso.example', displayName: 'Ann Example', password: 'correct horse', story: 'registered' },
    { userPrincipalName: 'max@contoso.example', displayName: 'Max Many', password: 'forty-doors-shut', story: 'at_the_limit' },
    { userPrincipalName: 'sam@contoso.example', displayName: 'Sam Switched', password: 'quiet-harbor-7', story: 'reregistration_required' },
    { userPrincipalName: 'ada@contoso.example', displayName: 'Ada Admin', password: 'tall-lantern-22', story: 'administrator' },
  ],
  demo_service_running: (_, world) => world.serviceRunning,
  demo_set_service_running: ({ running }, world) => {
    world.serviceRunning = running
  },
  reset_demo: () => null,
  open_demo_phone: () => null,
  phone_messages: (_, world) => world.messages,
  demo_tokens: () => {
    const until = (Math.floor(Date.now() / PERIOD) + 1) * PERIOD
    const shown = { code: '287082', codeUntil: until, periodSeconds: 30 }
    return [
      { serialNumber: '40117', model: 'OTP c200', owner: null, clockAheadSeconds: 0, ...shown },
      { serialNumber: '31066', model: 'OTP c100', owner: 'Ann Example', clockAheadSeconds: 1200, ...shown },
    ]
  },
  reply_to_message: () => null,
  phone_calls: (_, world) => world.calls,
  act_on_call: ({ id, action }, world, emit) => {
    world.calls = world.calls.map((call) => (call.id === id ? { ...call, state: action === 'answer' ? 'talking' : 'ended' } : call))
    emit('phone-calls', world.calls)
  },
  press_phone_key: ({ id, key }, world, emit) => {
    if (key === '#') world.calls = world.calls.map((call) => (call.id === id ? { ...call, state: 'ended', spoken: 'You are verified. Goodbye.' } : call))
    emit('phone-calls', world.calls)
  },
  phone_notifications: (_, world) => world.notifications,
  phone_decide: () => null,
  phone_scan: () => null,
}
