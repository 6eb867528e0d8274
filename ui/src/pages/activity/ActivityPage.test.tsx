// The recent activity page.

import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'

import { shell } from '../../../tests/made-up-shell/shell'
import { accountChange, signIn } from '../../../tests/made-up-shell/world'
import { open } from '../../../tests/render'
import ActivityPage from './ActivityPage'
import { joined } from './use-activity'

async function thePage() {
  const onGo = vi.fn()
  const { person } = open(<ActivityPage onGo={onGo} />)
  await screen.findAllByTestId('activity-row')
  return { hands: person, onGo }
}

const row = (name: RegExp) => screen.getByRole('listitem', { name })

describe('the list', () => {
  it('describes each event, under its day', async () => {
    await thePage()
    const days = screen.getAllByTestId('activity-day')
    expect(days[0]).toHaveTextContent('Today')
    expect(days[1]).toHaveTextContent('Yesterday')
    expect(row(/Signed in with a text message/)).toHaveTextContent('+1 XXXXXXXX55 · 192.0.2.14')
    expect(row(/Mail app signed in with an app password/)).toHaveTextContent(/12 times, last at/)
    expect(row(/Wrong code from an authenticator app/)).toHaveTextContent('Denied · Proofup · Pixel 9 · 203.0.113.9')
    expect(row(/Signed in on a trusted device/)).toBeInTheDocument()
    expect(screen.getByTestId('activity-end')).toBeInTheDocument()
  })

  it('shows only one kind', async () => {
    const { hands } = await thePage()
    await hands.click(screen.getByTestId('tab-denied'))
    await waitFor(() => expect(screen.getAllByTestId('activity-row')).toHaveLength(2))
    expect(shell.lastCall('activity')).toEqual({ kind: 'denied', after: null })
    await hands.click(screen.getByTestId('tab-oldApps'))
    await screen.findByRole('listitem', { name: /Mail app tried your regular password/ })
  })

  it('shows changes to the account, and who made them', async () => {
    const { hands } = await thePage()
    expect(row(/Authenticator app renamed/)).toHaveTextContent('Pixel 9 · previously Phone · By you · 192.0.2.14')
    expect(row(/Account blocked/)).toHaveTextContent(/By an administrator · until /)
    expect(row(/Preferred option changed/)).toHaveTextContent('Use verification code from app · By you')
    await hands.click(screen.getByTestId('tab-changes'))
    await waitFor(() => expect(screen.getAllByTestId('activity-row')).toHaveLength(3))
    expect(shell.lastCall('activity')).toEqual({ kind: 'changes', after: null })
    expect(screen.getByTestId('activity-end')).toHaveTextContent('No older activity')
  })

  it('counts items that were deleted together', async () => {
    shell.world.activity.value = [accountChange(1, 0, { change: 'app_passwords_deleted', name: null, count: 3 })]
    await thePage()
    expect(row(/All app passwords deleted/)).toHaveTextContent('3 deleted · By you')
  })

  it('can be searched, and shows how far it searched', async () => {
    const { hands } = await thePage()
    await hands.type(screen.getByRole('searchbox', { name: 'Search' }), '203.0.113')
    expect(screen.getAllByTestId('activity-row')).toHaveLength(1)
    expect(screen.getByText('Searched the newest 8 entries')).toBeInTheDocument()
    await hands.type(screen.getByRole('searchbox', { name: 'Search' }), 'nothing like it')
    expect(screen.queryAllByTestId('activity-row')).toHaveLength(0)
    expect(screen.getByRole('status')).toHaveTextContent('Nothing found')
  })

  it('loads more on request, and keeps it when a new row arrives', async () => {
    shell.world.activity.value = Array.from({ length: 70 }, (_, index) => signIn(1000 - index, index * 60_000))
    const { hands } = await thePage()
    expect(screen.getAllByTestId('activity-row')).toHaveLength(50)
    await hands.click(screen.getByTestId('action-load-more'))
    await waitFor(() => expect(screen.getAllByTestId('activity-row')).toHaveLength(70))
    shell.world.activity.value.unshift(signIn(1001, 0, { result: 'denied', denialReason: 'incorrect_code' }))
    shell.emit('activity-changed')
    await screen.findByText('Wrong code from a text message')
    expect(screen.getAllByTestId('activity-row')).toHaveLength(71)
  })

  it('is empty at first, and of a kind', async () => {
    shell.world.activity.value = []
    const { person } = open(<ActivityPage onGo={vi.fn()} />)
    expect(await screen.findByTestId('empty-activity')).toHaveTextContent('No activity yet')
    await person.click(screen.getByTestId('tab-denied'))
    await person.click(await screen.findByRole('button', { name: 'Show all' }))
    expect(await screen.findByTestId('empty-activity')).toHaveTextContent('No activity yet')
  })

  it('says when it shows the last known rows', async () => {
    shell.world.activity.known = true
    await thePage()
    expect(screen.getByTestId('notice-known')).toHaveTextContent('Offline: newest entries as of')
    expect(screen.queryByTestId('activity-end')).not.toBeInTheDocument()
  })

  it('shows the required registration first', async () => {
    const { person } = shell.world.status
    if (person) shell.world.status = { ...shell.world.status, person: { ...person, registration: { required: true, reasons: ['admin_enabled'] } } }
    open(<ActivityPage onGo={vi.fn()} />)
    expect(await screen.findByTestId('activity-signed-out')).toHaveTextContent('no method is set up yet')
    expect(shell.lastCall('activity')).toBeUndefined()
  })

  it('leads to sign-in while nobody is signed in', async () => {
    shell.world.status = { ...shell.world.status, connection: 'signedOut', person: null }
    const onGo = vi.fn()
    const { person } = open(<ActivityPage onGo={onGo} />)
    await person.click(await screen.findByTestId('action-to-sign-in'))
    expect(onGo).toHaveBeenCalledWith('securityInfo')
  })
})

describe('a row', () => {
  it('has the details for the help desk, to copy', async () => {
    const { hands } = await thePage()
    await hands.click(within(row(/Wrong code from an authenticator app/)).getByTestId('action-details'))
    const details = screen.getByTestId('activity-details')
    for (const text of ['invalid_app_code', 'c-6', 'ann@contoso.example', 'u1']) expect(details).toHaveTextContent(text)
    await hands.click(screen.getByTestId('activity-details-copy'))
    const copied = String(shell.lastCall('copy_text')?.text)
    expect(copied).toContain('Error code: invalid_app_code')
    expect(copied).toContain('Correlation ID: c-6')
    expect(copied).toContain('User ID: u1')
  })

  it('of a success names its result, and no error', async () => {
    const { hands } = await thePage()
    await hands.click(within(row(/Signed in with a text message/)).getByTestId('action-details'))
    const details = await screen.findByTestId('activity-details')
    expect(details).toHaveTextContent('Resultcompleted')
    expect(details).not.toHaveTextContent('Error code')
  })

  it('of a change has details to copy, and can be reported', async () => {
    const { hands } = await thePage()
    await hands.click(within(row(/Authenticator app renamed/)).getByTestId('action-details'))
    const details = screen.getByTestId('activity-details')
    for (const text of ['authenticator_app_renamed', 'c-5', 'By you', 'Pixel 9', 'Phone', '192.0.2.14', 'ann@contoso.example']) expect(details).toHaveTextContent(text)
    expect(screen.getByTestId('action-not-me')).toBeInTheDocument()
  })

  it('of an action by an administrator cannot be reported', async () => {
    const { hands } = await thePage()
    await hands.click(within(row(/Account blocked/)).getByTestId('action-details'))
    expect(screen.getByTestId('activity-details')).toHaveTextContent('By an administrator')
    expect(screen.queryByTestId('action-not-me')).not.toBeInTheDocument()
  })

  it('of an app that tried the regular password leads to an app password', async () => {
    const { hands, onGo } = await thePage()
    await hands.click(within(row(/Mail app tried your regular password/)).getByRole('button', { name: 'Create an app password' }))
    expect(onGo).toHaveBeenCalledWith('appPasswords')
  })
})

describe("It wasn't me", () => {
  async function theDialog() {
    const page = await thePage()
    await page.hands.click(within(row(/Wrong code from an authenticator app/)).getByTestId('action-details'))
    await page.hands.click(screen.getByTestId('action-not-me'))
    await screen.findByTestId('dialog-not-me')
    return page
  }

  it('does each step with its button, and confirms it', async () => {
    const { hands, onGo } = await theDialog()
    await hands.click(screen.getByTestId('action-open-change-password'))
    const password = within(await screen.findByTestId('dialog-change-password'))
    await hands.type(password.getByLabelText('Current password'), 'correct horse')
    await hands.type(password.getByLabelText('New password'), 'battery staple{Enter}')
    expect(await screen.findByTestId('done-change-password')).toBeInTheDocument()
    expect(shell.lastCall('change_password')).toMatchObject({ currentPassword: 'correct horse', newPassword: 'battery staple' })
    await hands.click(screen.getByTestId('action-signOut'))
    expect(await screen.findByTestId('done-signOut')).toBeInTheDocument()
    expect(shell.lastCall('sign_out_everywhere_else')).toEqual({})
    await hands.click(screen.getByTestId('action-passwords'))
    // This deletes all of them for good, so it asks first, and *Cancel* keeps them.
    await hands.click(within(await screen.findByTestId('dialog-passwords')).getByTestId('action-no'))
    expect(shell.lastCall('delete_all_app_passwords')).toBeUndefined()
    await hands.click(await screen.findByTestId('action-passwords'))
    await hands.click(within(await screen.findByTestId('dialog-passwords')).getByTestId('action-yes'))
    expect(await screen.findByTestId('done-passwords')).toBeInTheDocument()
    expect(shell.world.appPasswords.value).toEqual([])
    await hands.click(screen.getByTestId('action-register'))
    await waitFor(() => expect(onGo).toHaveBeenCalledWith('securityInfo'))
    expect(shell.world.status.person?.registration.reasons).toEqual(['registers_anew'])
  })

  it('needs no row: its button is above the list', async () => {
    const { hands } = await thePage()
    await hands.click(screen.getByTestId('action-not-me-any'))
    expect(await screen.findByTestId('dialog-not-me')).toHaveTextContent('Tell your help desk too.')
  })

  it('keeps a fault beside the step that failed', async () => {
    shell.instead.sign_out_everywhere_else = () => {
      throw { code: 'service_unavailable', params: {}, correlationId: 'c9', time: 0 }
    }
    const { hands } = await theDialog()
    await hands.click(screen.getByTestId('action-signOut'))
    expect(await screen.findByTestId('fault-service_unavailable')).toBeInTheDocument()
    expect(screen.getByTestId('action-signOut')).toBeInTheDocument()
  })

  it('changes nothing while offline, and says why', async () => {
    shell.world.status = { ...shell.world.status, connection: 'offline' }
    shell.world.activity.known = true
    await theDialog()
    expect(screen.getByTestId('action-signOut')).toHaveAttribute('aria-disabled', 'true')
  })
})

describe('what was loaded', () => {
  const view = (value: ReturnType<typeof signIn>[], next: string | null) => ({ value, next, known: false, synced: '' })

  it('stays after a newer first page, without duplicates', () => {
    const rows = [5, 4, 3, 2, 1].map((number) => signIn(number, 0))
    const before = view(rows, 'si-0001')
    const newest = view([signIn(6, 0), ...rows.slice(0, 2)], 'si-0004')
    expect(joined(newest, before).value.map(({ id }) => id)).toEqual(['si-0006', 'si-0005', 'si-0004', 'si-0003', 'si-0002', 'si-0001'])
    expect(joined(newest, before).next).toBe('si-0001')
    expect(joined(view([signIn(9, 0)], null), before).value).toHaveLength(1)
  })
})
