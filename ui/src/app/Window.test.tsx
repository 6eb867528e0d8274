// The frame: navigation, the foot, shortcuts, and which page the status leads to.

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

describe('a link from another program', () => {
  it('opens the Authenticator page', async () => {
    await theWindow()
    tell({ linkWaiting: true })
    expect(await screen.findByTestId('page-authenticator')).toBeInTheDocument()
  })

  it('takes no page away where somebody types, and waits', async () => {
    const hands = await theWindow(signedOut)
    await hands.type(screen.getByTestId('field-user-name'), 'ann')
    tell({ linkWaiting: true })
    expect(await screen.findByTestId('notice-link')).toHaveTextContent('Nothing is added until you confirm.')
    expect(screen.getByTestId('field-user-name')).toHaveValue('ann')
    await hands.click(screen.getByTestId('action-show-link'))
    expect(await screen.findByTestId('page-authenticator')).toBeInTheDocument()
    expect(screen.queryByTestId('notice-link')).not.toBeInTheDocument()
  })

  it('closes no dialog', async () => {
    const hands = await theWindow()
    await hands.keyboard('?')
    await screen.findByRole('dialog')
    tell({ linkWaiting: true })
    expect(screen.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeInTheDocument()
    await hands.click(screen.getByTestId('action-close'))
    expect(await screen.findByTestId('notice-link')).toBeInTheDocument()
  })

  it('says on a locked Authenticator page what unlocking is for', async () => {
    await theWindow({ vault: { state: 'locked', passphrase: true, keyring: false } })
    tell({ linkWaiting: true })
    expect(await screen.findByTestId('notice-link-locked')).toHaveTextContent('Unlock the authenticator')
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
    act(() => shell.emit('at-hand-fault', fault('clipboard_unavailable', { detail: 'no display' })))
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
    shell.world.atHand.heldKeys = 'Ctrl+Alt+P'
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
