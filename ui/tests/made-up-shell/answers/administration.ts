// What administrators see and do.

import type { SettingsEffect } from '../../../src/backend/administration'
import { newOverview } from '../overview'
import { setServiceSettings } from '../service-settings'
import { fault } from '../shell'
import type { World } from '../world'
import type { Answers } from './answer'

function personOf(world: World, upn: string) {
  const found = world.people.find((one) => one.userPrincipalName === upn)
  if (!found) throw fault('not_found')
  return found
}

function wroteDown(world: World, action: World['adminActions'][number]['action'], subject: string, detail: string | null, reason: string | null, before: string | null = null) {
  const actor = world.status.person?.userPrincipalName ?? ''
  world.adminActions.unshift({ id: `act-${world.adminActions.length}`, createdDateTime: new Date().toISOString(), actor, action, subject, detail, before, after: before && detail, bulkId: null, reason, callerCheck: null, clientAddress: '192.0.2.14', correlationId: 'c7a2f9e0' })
}

export const administration: Answers = {
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
    value: world.signInLog.filter((row) => (!request.user || row.userPrincipalName === request.user) && (!request.denialReason || row.denialReason === request.denialReason) && (!request.kind || (request.kind === 'denied') === (row.result === 'denied'))),
    next: null,
  }),
  export_sign_ins: ({ format, folder }) => `${folder}/sign-ins-20260312-094100.${format}`,
  check_log: () => ({ checked: 1_000_234, waiting: 3, forgotten: 0, head: { number: 1_000_234, hash: '5ea1c0de'.repeat(8) }, next: null, fault: null }),
  blocks: ({ request: { state } }, world) => ({
    value: world.people.flatMap(({ userPrincipalName, displayName, blocks }) => blocks.map((block, index) => ({ ...block, id: `${userPrincipalName}-${index}`, userPrincipalName, displayName, state: block.liftedDateTime ? ('ended' as const) : ('open' as const) }))).filter((block) => !state || block.state === state),
    next: null,
  }),
  admin_actions: ({ request: { user } }, world) => ({ value: world.adminActions.filter(({ subject }) => !user || subject === user), next: null }),
  verify_caller: ({ request: { way } }) => ({ id: 'question-1', way, target: way === 'text' ? '+1 XXXXXXXX55' : 'Pixel 9', state: 'waiting', number: way === 'text' ? null : '47', expiresInSeconds: 60, verifiedUntilDateTime: null }),
  caller_verification: (_, world) => world.callerAnswer,
  confirm_caller: (_, world) => world.callerAnswer,
  set_person_state: ({ upn, state, reason }, world) => {
    const found = personOf(world, upn)
    const was = found.mfaState
    found.mfaState = state === 'enabled' && found.methods.length > 0 ? 'enforced' : state
    wroteDown(world, 'mfa_state_changed', upn, found.mfaState, reason, was)
  },
  act_on_person: ({ upn, action, reason, seconds }, world) => {
    const found = personOf(world, upn)
    if (action === 'unlock') Object.assign(found, { lockedUntilDateTime: null, locks: [] })
    if (action === 'unblock') for (const block of found.blocks) Object.assign(block, { liftedBy: 'ann@contoso.example', liftedDateTime: new Date().toISOString(), liftReason: reason })
    if (action === 'deleteAppPasswords') found.appPasswords = 0
    if (action === 'oneTimeBypass') found.oneTimeBypassUntilDateTime = new Date(Date.now() + seconds * 1000).toISOString()
    wroteDown(world, action === 'unlock' ? 'lock_opened' : action === 'oneTimeBypass' ? 'bypass_granted' : 'app_passwords_deleted', upn, null, reason)
  },
  change_people: ({ request: { action, users, bulkId, reason }, dryRun }, world) => {
    const own = world.status.person?.userPrincipalName
    const failures = users.filter((upn: string) => upn === own).map((userPrincipalName: string) => ({ userPrincipalName, code: 'own_account', params: {} }))
    const whom = world.people.filter(({ userPrincipalName }) => userPrincipalName !== own && (action === 'undo' ? world.undone[bulkId]?.[userPrincipalName] : users.includes(userPrincipalName)))
    const before = world.undone[bulkId] ?? {}
    for (const one of dryRun ? [] : whom) {
      const was = one.mfaState
      if (action === 'enable') one.mfaState = one.methods.length > 0 ? 'enforced' : 'enabled'
      if (action === 'disable') one.mfaState = 'disabled'
      if (action === 'undo') one.mfaState = before[one.userPrincipalName] ?? one.mfaState
      if (action === 'deleteAppPasswords') one.appPasswords = 0
      before[one.userPrincipalName] ??= was
      wroteDown(world, 'mfa_state_changed', one.userPrincipalName, one.mfaState, reason, was)
    }
    if (!dryRun && action !== 'undo') world.undone[bulkId] = before
    const none = { registering: 0, enforced: 0, phones: 0, apps: 0, hardwareTokens: 0, trustedDevices: 0, appPasswords: 0, appPasswordsUsedThisWeek: 0, sessions: 0 }
    const counts = dryRun ? { ...none, registering: whom.filter(({ methods }) => action === 'enable' && methods.length === 0).length, appPasswords: whom.reduce((sum, one) => sum + one.appPasswords, 0) } : null
    return { bulkId, dryRun, changed: whom.length, unchanged: 0, failures, counts }
  },
  bypasses: (_, world) =>
    world.people.flatMap(({ userPrincipalName, displayName, oneTimeBypassUntilDateTime }) =>
      oneTimeBypassUntilDateTime
        ? [{ id: userPrincipalName, userPrincipalName, displayName, grantedBy: 'eva@contoso.example', grantedDateTime: new Date().toISOString(), reason: 'phone is at home', expiresDateTime: oneTimeBypassUntilDateTime }]
        : [],
    ),
  withdraw_bypass: ({ upn }, world) => {
    personOf(world, upn).oneTimeBypassUntilDateTime = null
  },
  overview: () => newOverview(),
  settings_details: (_, world) => world.serviceSettings,
  preview_settings: ({ changes }) => {
    const effects: SettingsEffect[] = []
    if (changes.appPasswordsAllowed === null) effects.push({ key: 'appPasswordsAllowed', effect: 'app_passwords_stay', people: 312, things: 1118 })
    if (changes.textMessageToPhone === false) effects.push({ key: 'textMessageToPhone', effect: 'method_unusable', people: 1204, things: 0 }, { key: 'textMessageToPhone', effect: 'must_register', people: 1, things: 0 })
    return effects
  },
  change_settings: ({ version, changes }, world) => {
    if (version !== world.serviceSettings.version) throw fault('precondition_failed')
    setServiceSettings(world.serviceSettings, changes)
    wroteDown(world, 'settings_changed', '', Object.keys(changes).join(', '), null)
    return world.serviceSettings
  },
  set_person_mail: ({ upn, mail, language }, world) => {
    const person = personOf(world, upn)
    person.mail = mail || null
    person.preferredLanguage = language || null
    person.mailRefused = null
    wroteDown(world, 'mail_changed', upn, mail, null)
    return null
  },
  set_person_roles: ({ upn, roles, reason }, world) => {
    const found = personOf(world, upn)
    const others = world.people.some((one) => one !== found && one.roles.includes('administrator'))
    if (!others && !roles.includes('administrator')) throw fault('last_administrator')
    found.roles = roles
    wroteDown(world, 'roles_changed', upn, roles.join(' '), reason)
  },
}
