// The accounts of the authenticator, and how they come in.

import type { AccountRow } from '../../../src/backend/authenticator'
import { fault } from '../shell'
import { account as accountRow, type World } from '../world'
import type { Answers } from './answer'
import { PERIOD } from './common'

function changeAccounts(world: World, ids: string[], change: (row: AccountRow) => AccountRow) {
  world.authenticator.accounts = world.authenticator.accounts.map((row) => (ids.includes(row.id) ? change(row) : row))
}

const symbols = (seed: number, digits: number) => String((seed * 7_919 + 104_729) % 10 ** digits).padStart(digits, '0')

function erase(world: World, ids: string[]) {
  world.trash = world.trash.filter(({ id }) => !ids.includes(id))
  world.authenticator.trashed = world.trash.length
}

export const authenticator: Answers = {
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
    erase(world, ids)
  },
  trash: (_, world) =>
    world.trash.map(({ id, issuer, account }) => ({
      id,
      issuer,
      account,
      deleted: '2026-03-12T09:41:00Z',
      erased: world.settings.accounts.trashDays === null ? null : '2026-04-11T09:41:00Z',
    })),
  erase_accounts: ({ ids }, world) => erase(world, ids),
  system_clock: (_, world) => ({ synchronised: world.clockSynchronised }),
}
