// The window: its pages, its foot, its keys.

import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'

import { fault, shell } from '../../tests/made-up-shell/shell'
import { openSettings } from '../state/settings'
import { followStatus } from '../state/status'
import { Window } from './Window'

const signedOut = { connection: 'signedOut', person: null, lastSynced: null } as const

async function theWindow(status: Partial<typeof shell.world.status> = {}) {
  shell.world.status = { ...shell.world.status, ...status }
  await openSettings()
  await followStatus()
  render(<Window />)
  await within(screen.getByRole('main')).findByRole('heading', { level: 1 })
  return userEvent.setup({ delay: null })
}

function tell(status: Partial<typeof shell.world.status>) {
  shell.world.status = { ...shell.world.status, ...status }
  act(() => shell.emit('status', shell.world.status))
}

describe('the Security page', () => {
  it('is sign-in while nobody is signed in', async () => {
    await theWindow(signedOut)
    expect(screen.getByTestId('page-sign-in')).toBeInTheDocument()
  })

  it('is the registration while one is owed', async () => {
    const { person } = shell.world.status
    await theWindow({ person: person && { ...person, registration: { required: true, reasons: ['admin_enabled'] } } })
    expect(await screen.findByTestId('page-registration')).toBeInTheDocument()
  })

  it('has two tabs otherwise, with the count of app passwords, moved through by arrow keys', async () => {
    const hands = await theWindow()
    const tab = await screen.findByRole('tab', { name: 'App passwords (3)' })
    const heading = screen.getByRole('heading', { level: 1 }).textContent
    expect(screen.getAllByRole('tab').map(({ textContent }) => textContent), 'no tab repeats the heading').not.toContain(heading)
    await hands.click(screen.getByRole('tab', { name: 'Additional security verification' }))
    await hands.keyboard('{ArrowRight}')
    expect(tab).toHaveFocus()
    expect(tab).toHaveAttribute('aria-selected', 'true')
    expect(await screen.findByTestId('app-passwords')).toBeInTheDocument()
  })
})

describe('the foot', () => {
  it('tells the truth', async () => {
    await theWindow()
    const foot = screen.getByTestId('connection')
    expect(foot).toHaveTextContent('Synced just now')
    tell({ connection: 'offline' })
    expect(foot).toHaveTextContent(/^Offline, last synced/)
    tell({ connection: 'connecting' })
    expect(foot).toHaveTextContent('Connecting')
    tell(signedOut)
    expect(foot).toHaveTextContent('Signed out')
  })
})

describe('offline', () => {
  it('is marked on the page, and goes by itself', async () => {
    await theWindow({ connection: 'offline' })
    expect(await screen.findByTestId('notice-offline')).toHaveTextContent('Offline, last synced')
    tell({ connection: 'online' })
    expect(screen.queryByTestId('notice-offline')).not.toBeInTheDocument()
  })
})

describe('signed out', () => {
  it('still opens Authenticator and Settings', async () => {
    const hands = await theWindow(signedOut)
    await hands.click(screen.getByTestId('nav-settings'))
    expect(await screen.findByTestId('page-settings')).toBeInTheDocument()
    await hands.click(screen.getByTestId('nav-authenticator'))
    expect(await screen.findByTestId('page-authenticator')).toBeInTheDocument()
  })
})

describe('an app that was refused', () => {
  const refusedApp = { id: 'r1', sent: 'regular' as const, application: 'IMAP', clientDevice: 'Apple Mail', clientAddress: '192.0.2.7', time: new Date().toISOString() }

  it('is shown at once on every page and as a notification, and leads right to a new app password', async () => {
    const hands = await theWindow()
    await hands.click(screen.getByTestId('nav-authenticator'))
    tell({ refusedApp })
    const bar = await screen.findByTestId('notice-refused-app')
    expect(bar).toHaveTextContent('An app tried your regular password')
    expect(bar).toHaveTextContent('IMAP · Apple Mail · 192.0.2.7')
    expect(shell.calls.filter(({ command }) => command === 'show_notification')).toHaveLength(1)
    await hands.click(within(bar).getByRole('button', { name: 'What to do in that app' }))
    expect(screen.getByTestId('refused-app-steps')).toHaveTextContent('remove the stored password')
    await hands.click(within(bar).getByRole('button', { name: 'Create app password' }))
    expect(await screen.findByTestId('dialog-create-app-password')).toBeInTheDocument()
  })

  it('leads to its dialog also from the page that is open, whatever its tab', async () => {
    const hands = await theWindow({ refusedApp })
    expect(screen.getByTestId('page-security-info')).toBeInTheDocument()
    await hands.click(await screen.findByTestId('action-create-for-refused-app'))
    await screen.findByTestId('dialog-create-app-password')
    await hands.click(screen.getByTestId('action-cancel'))
    await hands.click(screen.getByTestId('tab-security-info'))
    await hands.click(screen.getByTestId('action-create-for-refused-app'))
    expect(await screen.findByTestId('dialog-create-app-password')).toBeInTheDocument()
  })

  it('goes when it is closed, and makes no noise for an old app password', async () => {
    const hands = await theWindow({ refusedApp: { ...refusedApp, sent: 'oldAppPassword' } })
    const bar = await screen.findByTestId('notice-refused-app')
    expect(bar).toHaveTextContent('An app keeps trying an old app password')
    expect(shell.calls.some(({ command }) => command === 'show_notification')).toBe(false)
    await hands.click(within(bar).getByRole('button', { name: 'Close' }))
    expect(screen.queryByTestId('notice-refused-app')).not.toBeInTheDocument()
  })
})

describe('a change that was made somewhere else', () => {
  const accountAlert = { id: 'c1', change: 'authentication_phone_removed' as const, changedBy: 'person' as const, name: '+1 XXXXXXXX02', clientAddress: '198.51.100.7', time: new Date().toISOString() }

  it('is shown on every page and as one notification, and leads to the recent activity', async () => {
    const hands = await theWindow()
    await hands.click(screen.getByTestId('nav-authenticator'))
    tell({ accountAlert })
    const bar = await screen.findByTestId('notice-account-alert')
    expect(bar).toHaveTextContent('Authentication phone deleted')
    expect(bar).toHaveTextContent('+1 XXXXXXXX02 · in another session · 198.51.100.7')
    tell({ accountAlert: { ...accountAlert } })
    expect(shell.calls.filter(({ command }) => command === 'show_notification')).toHaveLength(1)
    await hands.click(within(bar).getByRole('button', { name: 'Recent activity' }))
    expect(await screen.findByTestId('page-activity')).toBeInTheDocument()
    expect(shell.lastCall('dismiss_alert')).toEqual({ id: 'c1' })
  })

  it('says that it was an administrator, and goes when it is closed', async () => {
    const hands = await theWindow({ accountAlert: { ...accountAlert, changedBy: 'administrator', clientAddress: null } })
    const bar = await screen.findByTestId('notice-account-alert')
    expect(bar).toHaveTextContent('By an administrator')
    await hands.click(within(bar).getByRole('button', { name: 'Close' }))
    expect(screen.queryByTestId('notice-account-alert')).not.toBeInTheDocument()
  })
})

describe('help', () => {
  it('opens with F1, before sign-in and offline too', async () => {
    const hands = await theWindow(signedOut)
    await hands.keyboard('{F1}')
    expect(await screen.findByTestId('page-help')).toBeInTheDocument()
    expect(screen.getByTestId('nav-help')).toHaveAttribute('aria-current', 'page')
    tell({ connection: 'offline' })
    await hands.keyboard('/')
    expect(screen.getByRole('searchbox', { name: 'Search help and error codes' })).toHaveFocus()
  })

  it('takes nobody away from what they are in the middle of', async () => {
    const hands = await theWindow(signedOut)
    await hands.type(screen.getByTestId('field-user-name'), 'ann')
    await hands.keyboard('{F1}')
    expect(screen.getByTestId('field-user-name')).toHaveValue('ann')
  })

  it.each([
    ["A mail app doesn't sign in", 'Create app password', 'dialog-create-app-password'],
    ['My phone is lost or stolen', 'Delete all app passwords', 'dialog-delete-all-app-passwords'],
    ['I have a new phone', 'Set up Authenticator app', 'dialog-set-up-app'],
    ['I got a hardware token', 'Add a hardware token', 'dialog-add-token'],
    ['My phone number has changed', 'Change phone number', 'dialog-phone'],
    ['Add an account by its QR code', 'Add account', 'dialog-add-account'],
  ])('leads from "%s" right into what does it', async (question, button, dialog) => {
    const hands = await theWindow()
    await hands.click(screen.getByTestId('nav-help'))
    await hands.click(await screen.findByRole('button', { name: question }))
    await hands.click(await screen.findByRole('button', { name: button }))
    expect(await screen.findByTestId(dialog)).toBeInTheDocument()
  })

  it('opens after sign-in what was asked for before it', async () => {
    const { person } = shell.world.status
    const hands = await theWindow(signedOut)
    await hands.click(screen.getByTestId('nav-help'))
    await hands.click(await screen.findByRole('button', { name: "A mail app doesn't sign in" }))
    await hands.click(await screen.findByRole('button', { name: 'Create app password' }))
    await screen.findByTestId('page-sign-in')
    tell({ connection: 'online', person })
    expect(await screen.findByTestId('dialog-create-app-password')).toBeInTheDocument()
  })

  it('opens nothing by itself once somebody went elsewhere', async () => {
    const { person } = shell.world.status
    const hands = await theWindow(signedOut)
    await hands.click(screen.getByTestId('nav-help'))
    await hands.click(await screen.findByRole('button', { name: "A mail app doesn't sign in" }))
    await hands.click(await screen.findByRole('button', { name: 'Create app password' }))
    await screen.findByTestId('page-sign-in')
    await hands.click(screen.getByTestId('nav-settings'))
    tell({ connection: 'online', person })
    await hands.click(screen.getByTestId('nav-security'))
    await hands.click(await screen.findByTestId('tab-app-passwords'))
    await screen.findByTestId('app-passwords')
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })
})

describe('the menu at the name', () => {
  const menu = async () => {
    const hands = await theWindow()
    await hands.click(screen.getByRole('button', { name: /Ann Example$/ }))
    return hands
  }

  it('signs out, and leads to sign-in', async () => {
    const hands = await menu()
    await hands.click(await screen.findByRole('menuitem', { name: 'Sign out' }))
    expect(await screen.findByTestId('page-sign-in')).toBeInTheDocument()
    expect(screen.queryByTestId('account-menu')).not.toBeInTheDocument()
  })

  it('changes the password', async () => {
    const hands = await menu()
    await hands.click(await screen.findByRole('menuitem', { name: 'Change password' }))
    expect(await screen.findByTestId('dialog-change-password')).toBeInTheDocument()
  })

  it('brings the demo phone back', async () => {
    const hands = await menu()
    await hands.click(await screen.findByRole('menuitem', { name: 'Show demo phone' }))
    expect(shell.lastCall('open_demo_phone')).toBeDefined()
  })
})

describe('a request that was put aside', () => {
  it('is brought back from wherever the person went', async () => {
    shell.world.approvals = { ...shell.world.approvals, requests: [{ id: 'r1', purpose: 'sign_in', userPrincipalName: 'ann@contoso.example', organization: 'Contoso', application: 'Proofup', caller: null, clientAddress: null, createdDateTime: new Date().toISOString(), expiresInSeconds: 60 }] }
    const hands = await theWindow({ approvals: 1 })
    await hands.click(await screen.findByTestId('action-aside'))
    await hands.click(await screen.findByTestId('nav-settings'))
    await hands.click(await screen.findByTestId('action-show-request'))
    expect(await screen.findByTestId('card-approval')).toBeInTheDocument()
  })
})

describe('the demo that began anew', () => {
  it('leads to sign-in, from the settings', async () => {
    const hands = await theWindow()
    await hands.click(screen.getByTestId('nav-settings'))
    await screen.findByTestId('page-settings')
    shell.world.status = { ...shell.world.status, ...signedOut }
    act(() => {
      shell.emit('status', shell.world.status)
      shell.emit('demo-reset')
    })
    expect(await screen.findByTestId('page-sign-in')).toBeInTheDocument()
  })
})

describe('a page that stopped', () => {
  it('says that it was started again, until that was read', async () => {
    shell.instead.page_restarted = () => true
    const hands = await theWindow()
    expect(await screen.findByTestId('notice-restarted')).toHaveTextContent('What you were typing here may be lost.')
    await hands.click(screen.getByTestId('action-close-restarted'))
    expect(screen.queryByTestId('notice-restarted')).not.toBeInTheDocument()
  })
})

describe('the tray and the shortcut', () => {
  it('lead to a page', async () => {
    await theWindow()
    act(() => shell.emit('open-page', 'authenticator'))
    expect(await screen.findByTestId('page-authenticator')).toBeInTheDocument()
  })

  it('take nobody away from what they are in the middle of', async () => {
    const hands = await theWindow(signedOut)
    await hands.type(screen.getByTestId('field-user-name'), 'ann')
    act(() => shell.emit('open-page', 'authenticator'))
    expect(screen.getByTestId('field-user-name')).toHaveValue('ann')
  })

  it('say in the window what came to nothing', async () => {
    const hands = await theWindow()
    act(() => shell.emit('quick-access-fault', fault('clipboard_unavailable', { detail: 'no display' })))
    expect(await screen.findByTestId('fault-clipboard_unavailable')).toHaveTextContent('no display')
    await hands.click(screen.getByTestId('action-close-fault'))
    expect(screen.queryByTestId('fault-clipboard_unavailable')).not.toBeInTheDocument()
  })
})

describe('shortcuts', () => {
  it('are listed by ?', async () => {
    const hands = await theWindow()
    await hands.keyboard('?')
    expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toHaveTextContent('Ctrl+N')
  })

  it('are listed with the one that works in any program', async () => {
    shell.world.quickAccess.heldKeys = 'Ctrl+Alt+P'
    const hands = await theWindow()
    await hands.keyboard('?')
    await waitFor(() => expect(screen.getByRole('dialog', { name: 'Keyboard shortcuts' })).toHaveTextContent('Ctrl+Alt+PBring Proofup to the front'))
  })

  it('do not act while somebody types', async () => {
    const hands = await theWindow(signedOut)
    await hands.type(screen.getByTestId('field-user-name'), '?/')
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    expect(screen.getByTestId('field-user-name')).toHaveValue('?/')
  })

  it('create with Ctrl+N', async () => {
    const hands = await theWindow()
    await hands.click(await screen.findByTestId('tab-app-passwords'))
    await screen.findByTestId('action-create')
    await hands.keyboard('{Control>}n{/Control}')
    expect(await screen.findByTestId('dialog-create-app-password')).toBeInTheDocument()
  })

  it('move between navigation and page with F6', async () => {
    const hands = await theWindow()
    await hands.click(screen.getByTestId('nav-security'))
    await hands.keyboard('{F6}')
    expect(screen.getByRole('main')).toHaveFocus()
    await hands.keyboard('{F6}')
    expect(screen.getByTestId('nav-security')).toHaveFocus()
  })

  it('lock the authenticator with Ctrl+L', async () => {
    const hands = await theWindow()
    await hands.keyboard('{Control>}l{/Control}')
    expect(await screen.findByTestId('page-authenticator')).toBeInTheDocument()
    expect(shell.lastCall('lock_vault')).toBeDefined()
  })
})

describe('the size of things', () => {
  it('is changed by Ctrl with + and -, also while a dialog is open, and Ctrl+0 takes it back', async () => {
    const hands = await theWindow()
    await hands.keyboard('{Control>}={/Control}')
    await waitFor(() => expect(shell.world.settings.zoom).toBe(110))
    await hands.keyboard('?')
    await screen.findByRole('dialog')
    await hands.keyboard('{Control>}-{/Control}{Control>}-{/Control}')
    await waitFor(() => expect(shell.world.settings.zoom).toBe(90))
    await hands.keyboard('{Control>}0{/Control}')
    await waitFor(() => expect(shell.world.settings.zoom).toBe(100))
    expect(shell.lastCall('set_window_zoom')).toEqual({ percent: 100 })
  })
})
