// The app passwords page.

import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { fault, shell } from '../../../tests/made-up-shell/shell'
import { appPasswordRows } from '../../../tests/made-up-shell/world'
import { open } from '../../../tests/render'
import { openSettings } from '../../state/settings'
import { appPasswords } from '../../backend/app-passwords'
import { useView } from '../../state/view'
import AppPasswordsPanel from './AppPasswordsPanel'

function Panel() {
  return <AppPasswordsPanel shown={useView(appPasswords)} />
}

async function thePage() {
  await openSettings()
  const page = open(<Panel />)
  await screen.findByTestId('action-create')
  return page.person
}
type Hands = Awaited<ReturnType<typeof thePage>>

async function create(hands: Hands, name: string) {
  await hands.click(screen.getByTestId('action-create'))
  const dialog = within(await screen.findByRole('dialog', { name: 'Create app password' }))
  await hands.clear(dialog.getByLabelText('Name'))
  await hands.type(dialog.getByLabelText('Name'), name)
  await hands.click(dialog.getByRole('button', { name: 'Next' }))
}

describe('the list', () => {
  it('says when each was last used, and by what', async () => {
    await thePage()
    const row = screen.getByRole('row', { name: /Laptop/ })
    expect(row).toHaveTextContent('2 minutes ago')
    expect(row).toHaveTextContent('IMAP · Apple Mail')
    expect(screen.getByRole('row', { name: /Printer 3rd floor/ })).toHaveTextContent('Never used')
    expect(screen.getByTestId('app-password-count')).toHaveTextContent('3 of 40')
  })

  it('shows the limits of each, and its last front end', async () => {
    Object.assign(shell.world.appPasswords.value[0] ?? {}, {
      protocols: ['imap', 'smtp'],
      addressRanges: ['192.0.2.0/24'],
      unusedDays: 30,
      expiresDateTime: '2099-05-31T12:00:00Z',
      lastUsedFrontEnd: 'mail',
    })
    await thePage()
    const row = screen.getByRole('row', { name: /Laptop/ })
    for (const words of ['Until ', '2099', 'Ends when unused for 30 days', 'Only for IMAP, SMTP', 'Only from 192.0.2.0/24', 'Through mail']) {
      expect(row).toHaveTextContent(words)
    }
    expect(screen.getByRole('row', { name: /Printer 3rd floor/ })).not.toHaveTextContent('Only')
  })

  it('shows that one has ended', async () => {
    Object.assign(shell.world.appPasswords.value[0] ?? {}, { expiresDateTime: '2020-05-31T12:00:00Z' })
    await thePage()
    expect(screen.getByRole('row', { name: /Laptop/ })).toHaveTextContent(/Ended on .*2020/)
    expect(screen.getByRole('row', { name: /Laptop/ })).not.toHaveTextContent('Until')
  })

  it('shows only those that were never used, and all again', async () => {
    shell.world.appPasswords.value = appPasswordRows(8).map((row, index) => ({ ...row, lastUsedDateTime: index === 3 ? null : new Date().toISOString() }))
    const hands = await thePage()
    await hands.selectOptions(screen.getByLabelText('Show'), 'Never used')
    expect(screen.getAllByTestId('app-password-row')).toHaveLength(1)
    await hands.selectOptions(screen.getByLabelText('Show'), 'Unused for 90 days')
    expect(screen.getAllByTestId('app-password-row')).toHaveLength(1)
    await hands.selectOptions(screen.getByLabelText('Show'), 'All')
    expect(screen.getAllByTestId('app-password-row')).toHaveLength(8)
  })

  it('says so when no app password was used as little as that', async () => {
    shell.world.appPasswords.value = appPasswordRows(8).map((row) => ({ ...row, lastUsedDateTime: new Date().toISOString() }))
    const hands = await thePage()
    await hands.selectOptions(screen.getByLabelText('Show'), 'Never used')
    expect(screen.getByRole('status')).toHaveTextContent('No app password matches.')
  })

  it('is searched when it is long', async () => {
    shell.world.appPasswords.value = appPasswordRows(8)
    const hands = await thePage()
    await hands.type(screen.getByRole('searchbox', { name: 'Search' }), 'print')
    expect(screen.getAllByTestId('app-password-row')).toHaveLength(1)
  })

  it('offers to create the first one when it is empty', async () => {
    shell.world.appPasswords.value = []
    await thePage()
    expect(within(screen.getByTestId('empty-app-passwords')).getByRole('button', { name: 'Create' })).toBeInTheDocument()
  })
})

describe('the columns', () => {
  const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent)

  it('sort by a press, reverse by the next, and announce the order', async () => {
    const hands = await thePage()
    expect(screen.getByRole('columnheader', { name: 'Created' })).toHaveAttribute('aria-sort', 'descending')
    await hands.click(screen.getByRole('button', { name: 'Name' }))
    await waitFor(() => expect(names()).toEqual(['iPhone of Ann', 'Laptop', 'Printer 3rd floor']))
    expect(screen.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending')
    expect(screen.getByRole('columnheader', { name: 'Created' })).not.toHaveAttribute('aria-sort')
    screen.getByRole('button', { name: 'Name' }).focus()
    await hands.keyboard('{Enter}')
    await waitFor(() => expect(names()).toEqual(['Printer 3rd floor', 'Laptop', 'iPhone of Ann']))
    expect(shell.world.settings.appPasswordSort).toEqual({ column: 'name', descending: true })
  })
})

describe('renaming', () => {
  it('changes the name, and the list shows it', async () => {
    const hands = await thePage()
    await hands.click(screen.getByRole('button', { name: 'Rename: Laptop' }))
    await screen.findByRole('dialog', { name: 'Rename "Laptop"' })
    await hands.clear(screen.getByLabelText('Name'))
    await hands.type(screen.getByLabelText('Name'), 'Office laptop{Enter}')
    expect(await screen.findByRole('row', { name: /Office laptop/ })).toBeInTheDocument()
    expect(shell.lastCall('rename_app_password')).toEqual({ id: 'ap-0', displayName: 'Office laptop' })
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })

  it('shows the error at the field, without calling the service', async () => {
    const hands = await thePage()
    await hands.click(screen.getByRole('button', { name: 'Rename: Laptop' }))
    await screen.findByRole('dialog')
    await hands.clear(screen.getByLabelText('Name'))
    await hands.click(screen.getByLabelText('Name'))
    await hands.paste('x'.repeat(65))
    expect(screen.getByRole('alert')).toHaveTextContent('Use at most 64 characters.')
    await hands.type(screen.getByLabelText('Name'), '{Enter}')
    expect(shell.lastCall('rename_app_password')).toBeUndefined()
    await hands.clear(screen.getByLabelText('Name'))
    await hands.type(screen.getByLabelText('Name'), 'Printer 3rd floor{Enter}')
    expect(await screen.findByTestId('fault-app_password_name_taken')).toBeInTheDocument()
    await hands.type(screen.getByLabelText('Name'), '!')
    expect(screen.queryByTestId('fault-app_password_name_taken'), 'gone while somebody types').not.toBeInTheDocument()
  })
})

describe('creating', () => {
  it('suggests the name of this computer, and accepts another suggestion', async () => {
    const hands = await thePage()
    await hands.click(screen.getByTestId('action-create'))
    expect(await screen.findByLabelText('Name')).toHaveValue('ann-desktop')
    await hands.click(screen.getByRole('button', { name: 'Tablet' }))
    expect(screen.getByLabelText('Name')).toHaveValue('Tablet')
  })

  it('shows the password once, copies it through the shell, and lists it', async () => {
    const hands = await thePage()
    await create(hands, 'Tablet')
    expect(await screen.findByTestId('app-password')).toHaveTextContent('k7mf2wqxp9cahd4tnr6e')
    await hands.click(screen.getByRole('button', { name: 'Copy password to clipboard' }))
    await screen.findByText('Copied')
    await hands.click(screen.getByRole('button', { name: 'Close' }))
    expect(screen.queryByTestId('app-password')).not.toBeInTheDocument()
    expect(shell.lastCall('copy_app_password')).toEqual({ id: 'new' })
    expect(shell.lastCall('close_app_password')).toEqual({ id: 'new' })
    expect(screen.getByRole('row', { name: /Tablet/ })).toBeInTheDocument()
  })

  it('says by itself when an app signs in with it, and why one is refused', async () => {
    const hands = await thePage()
    await create(hands, 'Tablet')
    const line = await screen.findByTestId('first-use')
    expect(line).toHaveTextContent('Waiting for the first sign-in')
    const attempt = { application: 'IMAP', clientDevice: null, clientAddress: '192.0.2.7', time: new Date().toISOString() }
    shell.world.firstUse = { state: 'refused', ...attempt, reason: 'app_password_required', byLimits: false }
    act(() => shell.emit('activity-changed', null))
    await waitFor(() => expect(line).toHaveTextContent('IMAP · 192.0.2.7 was refused: regular password instead of an app password'))
    shell.world.firstUse = { state: 'refused', ...attempt, reason: 'app_password_invalid', byLimits: true }
    act(() => shell.emit('activity-changed', null))
    await waitFor(() => expect(line).toHaveTextContent("this app password isn't for that app or network"))
    shell.world.firstUse = { state: 'connected', ...attempt }
    act(() => shell.emit('activity-changed', null))
    await waitFor(() => expect(line).toHaveTextContent('Connected just now from IMAP · 192.0.2.7'))
  })

  it('has the servers to copy, and the steps and a code for each device', async () => {
    const hands = await thePage()
    await create(hands, 'Tablet')
    const dialog = within(await screen.findByTestId('dialog-your-app-password'))
    await hands.click(await dialog.findByRole('button', { name: 'Copy Incoming mail' }))
    expect(shell.lastCall('copy_text')).toEqual({ text: 'imap.contoso.example:993 (IMAP, TLS)' })
    await hands.selectOptions(dialog.getByLabelText('Device'), 'iPhone, iPad or Mac')
    expect(dialog.getByTestId('device-steps')).toHaveTextContent('It works once, for ten minutes')
    await hands.click(dialog.getByRole('button', { name: 'Show code' }))
    expect(await dialog.findByRole('img', { name: 'QR code for the device' })).toBeInTheDocument()
    expect(shell.lastCall('apple_profile')).toEqual({ id: 'new' })
    await hands.selectOptions(dialog.getByLabelText('Device'), 'Thunderbird for Android')
    expect(dialog.queryByTestId('device-code')).not.toBeInTheDocument()
    await hands.click(dialog.getByRole('button', { name: 'Show code' }))
    await dialog.findByTestId('device-code')
    await hands.click(dialog.getByRole('button', { name: 'Close' }))
    expect(screen.queryByTestId('dialog-your-app-password')).not.toBeInTheDocument()
  })

  it('has only general steps where the organization has no servers', async () => {
    shell.world.deviceSetup = { ...shell.world.deviceSetup, incoming: null, outgoing: null, calendarServer: null }
    const hands = await thePage()
    await create(hands, 'Tablet')
    expect(await screen.findByTestId('device-steps')).toHaveTextContent('Enter the app password in place of your password')
    expect(screen.queryByTestId('field-device')).not.toBeInTheDocument()
  })

  it('is limited to a kind of app, to days, and to networks', async () => {
    const hands = await thePage()
    await hands.click(screen.getByTestId('action-create'))
    const dialog = within(await screen.findByRole('dialog', { name: 'Create app password' }))
    await hands.clear(dialog.getByLabelText('Name'))
    await hands.type(dialog.getByLabelText('Name'), 'Printer')
    await hands.selectOptions(dialog.getByLabelText('Works in'), 'Send mail only')
    await hands.click(dialog.getByRole('button', { name: 'More limits' }))
    await hands.selectOptions(dialog.getByLabelText('Ends'), 'After 30 days')
    await hands.selectOptions(dialog.getByLabelText('Ends when unused'), 'After 90 days without use')
    await hands.type(dialog.getByLabelText('Works only from'), '192.0.2.0/24')
    await hands.click(dialog.getByRole('button', { name: 'Next' }))
    await screen.findByTestId('app-password')
    expect(shell.lastCall('create_app_password')).toEqual({ displayName: 'Printer', limits: { purpose: 'sendMail', unusedDays: 90, days: 30, networks: '192.0.2.0/24' } })
  })

  it('keeps the limits open where one was wrong, while it is corrected', async () => {
    shell.instead.create_app_password = () => {
      throw fault('app_password_networks_invalid')
    }
    const hands = await thePage()
    await hands.click(screen.getByTestId('action-create'))
    await hands.click(await screen.findByTestId('action-more-limits'))
    await hands.type(screen.getByLabelText('Works only from'), 'office')
    await hands.click(screen.getByTestId('action-more-limits'))
    await hands.click(screen.getByTestId('action-next'))
    expect(await screen.findByTestId('fault-app_password_networks_invalid')).toBeInTheDocument()
    await hands.type(screen.getByLabelText('Works only from'), '!')
    expect(screen.queryByTestId('fault-app_password_networks_invalid')).not.toBeInTheDocument()
    expect(screen.getByLabelText('Works only from')).toHaveValue('office!')
  })

  it('asks once before an uncopied password is lost', async () => {
    const hands = await thePage()
    await create(hands, 'Tablet')
    await hands.click(await screen.findByTestId('action-close'))
    expect(screen.getByTestId('notice-not-copied')).toBeInTheDocument()
    expect(shell.lastCall('close_app_password')).toBeUndefined()
    await hands.click(screen.getByRole('button', { name: 'Close anyway' }))
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
  })

  it('hides the password while another window has the focus', async () => {
    const hands = await thePage()
    await create(hands, 'Tablet')
    await screen.findByTestId('app-password')
    window.dispatchEvent(new Event('blur'))
    await screen.findAllByText('••••')
    expect(screen.getByTestId('app-password')).not.toHaveTextContent('k7mf')
    window.dispatchEvent(new Event('focus'))
    expect(await screen.findByText('k7mf')).toBeInTheDocument()
  })

  it('keeps a name that is taken in the field', async () => {
    const hands = await thePage()
    await create(hands, 'Laptop')
    expect(await screen.findByTestId('fault-app_password_name_taken')).toBeInTheDocument()
    expect(screen.getByLabelText('Name')).toHaveValue('Laptop')
  })
})

describe('at the limit', () => {
  it('lets one be deleted in the dialog, the longest unused first, and continues', async () => {
    shell.world.appPasswords.value = appPasswordRows(40)
    const hands = await thePage()
    await hands.click(screen.getByTestId('action-create'))
    const dialog = within(await screen.findByTestId('dialog-app-password-limit'))
    expect(dialog.getByText("You've reached the limit of 40 app passwords. Delete one to create another.")).toBeInTheDocument()
    expect(dialog.getByTestId('action-delete-and-go-on')).toHaveAttribute('aria-disabled', 'true')
    const [oldest] = dialog.getAllByRole('radio')
    expect(oldest).toHaveAccessibleName(/Device 40/)
    await hands.click(oldest as HTMLElement)
    await hands.click(dialog.getByTestId('action-delete-and-go-on'))
    expect(shell.lastCall('delete_app_password')).toEqual({ id: 'ap-39' })
    expect(await screen.findByTestId('dialog-create-app-password')).toBeInTheDocument()
  })
})

describe('deleting', () => {
  it('says which device stops working, deletes after Yes, and confirms it', async () => {
    const hands = await thePage()
    await hands.click(screen.getByRole('button', { name: 'Delete: Laptop' }))
    const question = within(await screen.findByRole('alertdialog', { name: 'Delete this app password?' }))
    expect(question.getByText('Apps that use Laptop will stop working the next time they sign in.')).toBeInTheDocument()
    expect(question.getByText("It was last used 2 minutes ago. This can't be undone.")).toBeInTheDocument()
    expect(question.getAllByRole('button')[0], 'the focus starts on the first').toHaveAccessibleName('No')
    await hands.click(question.getByRole('button', { name: 'Yes' }))
    const told = within(await screen.findByRole('dialog', { name: 'App password deleted' }))
    await hands.click(told.getByRole('button', { name: 'Close' }))
    expect(screen.queryByRole('row', { name: /Laptop/ })).not.toBeInTheDocument()
  })

  it('deletes all of them when a device is lost', async () => {
    const hands = await thePage()
    await hands.click(screen.getByTestId('action-delete-all'))
    await hands.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete all' }))
    expect(await screen.findByTestId('empty-app-passwords')).toBeInTheDocument()
  })
})

describe('where app passwords are not available', () => {
  it('the page says why and what can still be done, and Create is greyed', async () => {
    shell.world.appPasswords.unavailable = 'disabled_by_organization'
    await thePage()
    expect(screen.getByTestId('app-passwords-unavailable-disabled_by_organization')).toHaveTextContent('You can still delete the ones you have.')
    expect(screen.getByTestId('action-create')).toHaveAccessibleDescription('Your organization does not allow app passwords.')
    expect(screen.getByRole('button', { name: 'Delete: Laptop' })).not.toHaveAttribute('aria-disabled', 'true')
  })
})
