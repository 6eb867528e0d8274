// Nothing half done is lost.

import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'

import { shell } from '../../tests/made-up-shell/shell'
import { openSettings } from '../state/settings'
import { followStatus } from '../state/status'
import { Window } from './Window'

const registration = { required: false, reasons: [] }
const person = { userPrincipalName: 'ann@contoso.example', displayName: 'Ann Example', organization: 'Contoso', roles: [], registration }
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

describe('a sign-in that waits for its second step', () => {
  const halfway = async () => {
    const hands = await theWindow(signedOut)
    await hands.click(await screen.findByRole('button', { name: 'Sign in as Ann' }))
    await hands.type(await screen.findByTestId('field-code-0'), '428')
    return hands
  }

  it('stays while the authenticator is opened for the code, and is gone back to', async () => {
    const hands = await halfway()
    await hands.click(screen.getByTestId('nav-authenticator'))
    expect(await screen.findByTestId('page-authenticator')).toBeInTheDocument()
    expect(screen.getByTestId('card-second-step')).not.toBeVisible()
    await hands.click(screen.getByRole('button', { name: 'Go back' }))
    expect(screen.getByTestId('card-second-step')).toBeVisible()
    expect(screen.getByTestId('field-code-0')).toHaveValue('4')
    expect(screen.queryByTestId('notice-unfinished')).not.toBeInTheDocument()
    expect(shell.lastCall('cancel_sign_in')).toBeUndefined()
  })

  it('is over behind another page when it was approved elsewhere', async () => {
    const hands = await halfway()
    await hands.click(screen.getByTestId('nav-settings'))
    await screen.findByTestId('page-settings')
    tell({ connection: 'online', person })
    await waitFor(() => expect(screen.queryByTestId('notice-unfinished')).not.toBeInTheDocument())
    expect(screen.queryByTestId('card-second-step')).not.toBeInTheDocument()
  })

  it('is closed without a question: nothing of it would be lost', async () => {
    await halfway()
    expect(shell.lastCall('hold_window')).toBeUndefined()
  })
})

describe('a set-up that is not through', () => {
  const halfway = async () => {
    const hands = await theWindow({ person: { ...person, registration: { required: true, reasons: ['admin_enabled'] } } })
    await hands.click(await screen.findByTestId('action-set-it-up-now'))
    await hands.click(await screen.findByRole('radio', { name: 'Authentication phone' }))
    await hands.type(screen.getByLabelText('Phone number'), '4255550155')
    return hands
  }

  it('begins with nothing of an earlier one, and stays behind other pages', async () => {
    const hands = await halfway()
    expect(shell.lastCall('begin_wizard')).toBeDefined()
    await hands.click(screen.getByTestId('nav-activity'))
    expect(await screen.findByTestId('notice-unfinished')).toHaveTextContent("Your account isn't set up yet")
    await hands.click(screen.getByTestId('nav-security'))
    expect(screen.getByLabelText('Phone number')).toHaveValue('(425) 555-0155')
  })

  it('asks before the window is closed, and is discarded then', async () => {
    const hands = await halfway()
    expect(shell.lastCall('hold_window')).toEqual({ held: true })
    act(() => shell.emit('close-asked'))
    await hands.click(within(await screen.findByRole('alertdialog', { name: 'Leave setup?' })).getByRole('button', { name: 'Stay' }))
    await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument())
    expect(shell.calls.filter(({ command }) => command === 'hold_window')).toHaveLength(2)
    act(() => shell.emit('close-asked'))
    await hands.click(within(await screen.findByRole('alertdialog', { name: 'Leave setup?' })).getByRole('button', { name: 'Close Proofup' }))
    await waitFor(() => expect(shell.lastCall('quit_app')).toBeDefined())
    expect(shell.lastCall('cancel_registration')).toBeDefined()
  })

  it('asks before another account is chosen', async () => {
    const hands = await halfway()
    await hands.click(screen.getByTestId('account-menu'))
    await hands.click(await screen.findByRole('menuitem', { name: 'Switch account' }))
    const question = within(await screen.findByRole('alertdialog', { name: 'Leave setup?' }))
    expect(shell.lastCall('sign_out')).toBeUndefined()
    await hands.click(question.getByRole('button', { name: 'Sign out' }))
    await waitFor(() => expect(shell.lastCall('sign_out')).toBeDefined())
    expect(await screen.findByTestId('page-sign-in')).toBeInTheDocument()
  })
})

describe('unsaved settings of the service', () => {
  const changed = async () => {
    const hands = await theWindow({ person: { ...person, roles: ['administrator'] } })
    await hands.click(screen.getByTestId('nav-administration'))
    await hands.click(await screen.findByTestId('tab-settings'))
    await hands.click(await screen.findByTestId('field-logNames'))
    return hands
  }

  it('stay while another page of administration is open', async () => {
    const hands = await changed()
    await hands.click(screen.getByTestId('tab-audit'))
    await hands.click(screen.getByTestId('tab-settings'))
    expect(screen.getByTestId('field-logNames')).toBeChecked()
  })

  it('are asked about before another page takes their place', async () => {
    const hands = await changed()
    await hands.click(screen.getByTestId('nav-activity'))
    await hands.click(within(await screen.findByRole('alertdialog', { name: 'Leave without saving the settings?' })).getByRole('button', { name: 'Stay' }))
    expect(screen.getByTestId('field-logNames')).toBeChecked()
    await hands.click(screen.getByTestId('nav-activity'))
    await hands.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Discard changes' }))
    expect(await screen.findByTestId('page-activity')).toBeInTheDocument()
    expect(shell.lastCall('change_settings')).toBeUndefined()
    await hands.click(screen.getByTestId('nav-administration'))
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
  })
})
