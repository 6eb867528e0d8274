// The additional security verification page.

import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { fault, shell } from '../../../tests/made-up-shell/shell'
import { open } from '../../../tests/render'
import SecurityInfoPanel from './SecurityInfoPanel'

async function thePage() {
  const page = open(<SecurityInfoPanel />)
  await screen.findByTestId('card-phone-mobile')
  return page.person
}

describe('the preferred option', () => {
  it('can be one that is registered and allowed, and is saved on request', async () => {
    const hands = await thePage()
    expect(screen.getByTestId('action-save-preferred')).toHaveAccessibleDescription('No changes to save')
    await hands.click(screen.getByTestId('field-preferred-option'))
    expect(screen.getByRole('option', { name: /Notify me through app/ })).toHaveAttribute('aria-disabled', 'true')
    await hands.click(screen.getByRole('option', { name: 'Text code to my authentication phone' }))
    expect(shell.lastCall('set_preferred')).toBeUndefined()
    await hands.click(screen.getByTestId('action-save-preferred'))
    expect(shell.lastCall('set_preferred')).toEqual({ method: 'sms' })
    expect((await screen.findAllByText('Preferred option saved')).length).toBeGreaterThan(0)
  })

  it('is what it was after Cancel', async () => {
    const hands = await thePage()
    await hands.click(screen.getByTestId('field-preferred-option'))
    await hands.click(screen.getByRole('option', { name: 'Text code to my authentication phone' }))
    await hands.click(screen.getByTestId('action-cancel-preferred'))
    expect(screen.getByTestId('field-preferred-option')).toHaveTextContent('Use verification code from app')
  })
})

describe('phones', () => {
  it('are changed only by a verified number', async () => {
    const hands = await thePage()
    await hands.click(screen.getByRole('button', { name: 'Change: Authentication phone' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Change authentication phone' }))
    await hands.type(dialog.getByLabelText('Phone number'), '4255550177')
    await hands.click(dialog.getByRole('button', { name: 'Next' }))
    await hands.type(await dialog.findByTestId('field-code-0'), '111111')
    await hands.click(dialog.getByRole('button', { name: 'Verify' }))
    expect(await dialog.findByTestId('fault-incorrect_code')).toBeInTheDocument()
    await hands.click(dialog.getByTestId('field-code-0'))
    await hands.paste('123456')
    await hands.click(dialog.getByRole('button', { name: 'Verify' }))
    expect((await screen.findAllByText('Phone number saved')).length).toBeGreaterThan(0)
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })

  it('that the organisation set are shown, and cannot be changed', async () => {
    await thePage()
    expect(screen.getByTestId('card-phone-office')).toHaveTextContent('Set by your organization')
    expect(screen.getByTestId('action-change-phone-office')).toHaveAccessibleDescription('Set by your organization')
    expect(screen.queryByTestId('action-delete-phone-office')).not.toBeInTheDocument()
  })

  it('keep the last method, and say so in advance', async () => {
    Object.assign(shell.world.security, { authenticatorApps: [], hardwareTokens: [], usable: ['sms'], preferred: 'sms' })
    const hands = await thePage()
    const action = screen.getByTestId('action-delete-phone-mobile')
    expect(action).toHaveAccessibleDescription('This is your only verification method. Add another one first.')
    await hands.click(action)
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
  })

  it('can be removed if no second step is required', async () => {
    Object.assign(shell.world.security, { authenticatorApps: [], hardwareTokens: [], usable: ['sms'], preferred: 'sms' })
    shell.world.security.me.mfaState = 'disabled'
    const hands = await thePage()
    await hands.click(screen.getByTestId('action-delete-phone-mobile'))
    expect(await screen.findByRole('alertdialog')).toBeInTheDocument()
  })

  it('explain that the last method stays', async () => {
    shell.instead.delete_phone = () => {
      throw fault('last_method')
    }
    const hands = await thePage()
    await hands.click(screen.getByRole('button', { name: 'Delete: Authentication phone' }))
    const dialog = within(await screen.findByRole('alertdialog'))
    expect(dialog.getAllByRole('button')[0], 'the focus starts on the first').toHaveAccessibleName('Cancel')
    await hands.click(dialog.getByRole('button', { name: 'Delete' }))
    expect(await dialog.findByTestId('fault-last_method')).toHaveTextContent('Add another method first')
  })

  it('add the alternate one by a call, once there is a first one', async () => {
    shell.world.security.me.policy.verificationMethods.callToPhone = true
    const hands = await thePage()
    await hands.click(screen.getByRole('button', { name: 'Add: Alternate authentication phone' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Add alternate authentication phone' }))
    expect(dialog.queryByRole('radio')).not.toBeInTheDocument()
    await hands.type(dialog.getByLabelText('Phone number'), '4255550177')
    await hands.click(dialog.getByRole('button', { name: 'Next' }))
    expect(await dialog.findByTestId('call-waiting')).toHaveTextContent('4255550177')
    shell.instead.phone_verified = () => true
    expect((await screen.findAllByText('Phone number saved')).length).toBeGreaterThan(0)
    expect(shell.lastCall('start_phone')).toEqual({ phoneType: 'alternateMobile', phoneNumber: '+1 4255550177', verifyBy: 'voice' })
  })

  it('need the first one before the alternate one', async () => {
    shell.world.security.me.policy.verificationMethods.callToPhone = true
    shell.world.security.phones = []
    await thePage()
    expect(screen.getByTestId('action-change-phone-alternateMobile')).toHaveAccessibleDescription('Set up the authentication phone first')
  })

  it('offer the alternate one only where the organization allows calls', async () => {
    shell.world.security.phones = []
    await thePage()
    expect(screen.getByTestId('action-change-phone-alternateMobile')).toHaveAccessibleDescription("Your organization doesn't allow this method")
  })
})

describe('authenticator apps', () => {
  it('are set up again per device: the new one takes the place of the old one', async () => {
    const hands = await thePage()
    await hands.click(screen.getByRole('button', { name: 'Set up the app again: Pixel 9' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Set up the app again' }))
    expect(dialog.getByText(/The old one works until the new one is verified/)).toBeInTheDocument()
    await hands.type(await dialog.findByTestId('field-code-0'), '123456')
    await hands.click(dialog.getByRole('button', { name: 'Verify' }))
    expect(shell.lastCall('activate_mobile_app')).toEqual({ id: 's1', code: '123456', displayName: 'Pixel 9', replaces: 'app-2' })
  })

  it('of one name are numbered by age, and the one of this computer is marked', async () => {
    const [first, second] = shell.world.security.authenticatorApps
    shell.world.security.authenticatorApps = [{ ...first, displayName: 'vm', createdDateTime: '2026-03-02T00:00:00Z' }, { ...second, displayName: 'vm', createdDateTime: '2026-01-02T00:00:00Z' }] as never
    const hands = await thePage()
    const [here, other] = screen.getAllByTestId('authenticator-app')
    expect(here).toHaveTextContent('vm (2)This computer')
    expect(other).toHaveTextContent('vm (1)')
    expect(other).not.toHaveTextContent('This computer')
    await hands.click(screen.getByRole('button', { name: 'Delete: vm (1)' }))
    await hands.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete' }))
    expect(shell.lastCall('delete_mobile_app')).toEqual({ methodId: 'app-2' })
  })

  it('forget a set-up that is cancelled', async () => {
    const hands = await thePage()
    await hands.click(screen.getByTestId('action-set-up-app'))
    await screen.findByTestId('setup-qr')
    await hands.keyboard('{Escape}')
    expect(shell.lastCall('cancel_mobile_app')).toEqual({ id: 's1' })
  })

  it('are limited to five', async () => {
    const [first] = shell.world.security.authenticatorApps
    shell.world.security.authenticatorApps = ['1', '2', '3', '4', '5'].map((id) => ({ ...first, id }) as never)
    await thePage()
    expect(screen.getByTestId('action-set-up-app')).toHaveAccessibleDescription(/You already have five/)
  })

  it('are deleted one by one', async () => {
    const hands = await thePage()
    await hands.click(screen.getByRole('button', { name: 'Delete: Pixel 9' }))
    await hands.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete' }))
    expect(shell.lastCall('delete_mobile_app')).toEqual({ methodId: 'app-2' })
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Delete: Pixel 9' })).not.toBeInTheDocument())
  })
})

describe('renaming', () => {
  it.each([
    ['Pixel 9', 'rename_mobile_app', 'app-2'],
    ['Key ring', 'rename_hardware_token', 'token-1'],
    ['ann-laptop', 'rename_trusted_device', 'd1'],
    ['Tablet', 'rename_push_device', 'push-1'],
  ])('gives %s another name', async (name, command, id) => {
    shell.world.security.authenticators = [{ id: 'push-1', displayName: 'Tablet', platform: 'Android', createdDateTime: '2026-01-01T00:00:00Z', lastUsedDateTime: null }]
    const hands = await thePage()
    await hands.click(screen.getByRole('button', { name: `Rename: ${name}` }))
    await screen.findByRole('dialog', { name: `Rename "${name}"` })
    await hands.clear(screen.getByLabelText('Name'))
    await hands.type(screen.getByLabelText('Name'), 'Something else{Enter}')
    expect(await screen.findByText('Something else')).toBeInTheDocument()
    expect(shell.lastCall(command)).toEqual({ id, displayName: 'Something else' })
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })

  it('changes nothing with the same name, or with Escape', async () => {
    const hands = await thePage()
    for (const key of ['{Enter}', '{Escape}']) {
      await hands.click(screen.getByRole('button', { name: 'Rename: Pixel 9' }))
      await screen.findByRole('dialog')
      await hands.type(screen.getByLabelText('Name'), key)
      await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    }
    expect(shell.lastCall('rename_mobile_app')).toBeUndefined()
  })
})

describe('trusted devices', () => {
  it('are removed one by one, after a question', async () => {
    shell.world.security.trustedDevices.push({ id: 'd2', displayName: 'old-pc', createdDateTime: '2026-01-01T00:00:00Z', expiresDateTime: '2099-01-01T00:00:00Z', current: false })
    const hands = await thePage()
    await hands.click(screen.getByRole('button', { name: 'Remove: old-pc' }))
    const question = within(await screen.findByRole('alertdialog', { name: 'Remove this trusted device?' }))
    expect(question.getByText('old-pc will be asked for a second step again at the next sign-in.')).toBeInTheDocument()
    await hands.click(question.getByRole('button', { name: 'Remove' }))
    await waitFor(() => expect(screen.getAllByTestId('trusted-device')).toHaveLength(1))
    expect(shell.lastCall('forget_trusted_device')).toEqual({ id: 'd2' })
    expect(shell.lastCall('restore_mfa')).toBeUndefined()
  })

  it('mark the one in use, which comes first, and say what follows when it is removed', async () => {
    shell.world.security.trustedDevices.unshift({ id: 'd2', displayName: 'old-pc', createdDateTime: '2026-01-01T00:00:00Z', expiresDateTime: '2099-01-01T00:00:00Z', current: false })
    const hands = await thePage()
    const [first, second] = screen.getAllByTestId('trusted-device')
    expect(first).toHaveTextContent('ann-laptopThis device')
    expect(second).not.toHaveTextContent('This device')
    await hands.click(screen.getByRole('button', { name: 'Remove: ann-laptop' }))
    const question = within(await screen.findByRole('alertdialog', { name: 'Remove this trusted device?' }))
    expect(question.getByText('You stay signed in here. The next time you sign in on this device, you will be asked for a second step.')).toBeInTheDocument()
    await hands.click(question.getByRole('button', { name: 'Remove' }))
    await waitFor(() => expect(shell.lastCall('forget_trusted_device')).toEqual({ id: 'd1' }))
  })

  it('are forgotten all together after a question', async () => {
    const hands = await thePage()
    await hands.click(screen.getByTestId('action-restore-mfa'))
    await hands.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Yes' }))
    expect(shell.lastCall('restore_mfa')).toBeDefined()
    expect(await within(screen.getByTestId('card-trusted-devices')).findAllByText('No trusted devices')).not.toHaveLength(0)
  })
})

describe('offline', () => {
  it('shows everything, and changes nothing, with the reason', async () => {
    shell.world.status = { ...shell.world.status, connection: 'offline' }
    await thePage()
    for (const id of ['action-change-phone-mobile', 'action-set-up-app', 'action-restore-mfa', 'action-save-preferred']) {
      expect(screen.getByTestId(id)).toHaveAttribute('aria-disabled', 'true')
      expect(screen.getByTestId(id)).toHaveAccessibleDescription("This needs the service, which can't be reached now.")
    }
  })
})

describe('changes from elsewhere', () => {
  it('are loaded when the shell reports them', async () => {
    await thePage()
    shell.world.security.authenticatorApps = []
    shell.emit('security-info-changed')
    expect(await within(screen.getByTestId('card-authenticator-apps')).findByText('Not set up')).toBeInTheDocument()
  })
})
