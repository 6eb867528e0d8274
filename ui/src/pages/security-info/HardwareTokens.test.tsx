// The hardware tokens of the additional security verification page.

import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { fault, shell } from '../../../tests/made-up-shell/shell'
import { hardwareToken } from '../../../tests/made-up-shell/world'
import { open } from '../../../tests/render'
import SecurityInfoPanel from './SecurityInfoPanel'

async function thePage() {
  const page = open(<SecurityInfoPanel />)
  await screen.findByTestId('card-hardware-tokens')
  return page.person
}

async function theDialog(hands: Awaited<ReturnType<typeof thePage>>) {
  await hands.click(screen.getByRole('button', { name: 'Add a hardware token' }))
  return within(await screen.findByRole('dialog', { name: 'Add a hardware token' }))
}

describe('a hardware token', () => {
  it('is listed with serial number, model and last use', async () => {
    await thePage()
    expect(screen.getByTestId('hardware-token')).toHaveTextContent('Key ringSerial number 31066 · OTP c100 · Last used: 6 days ago')
  })

  it('that has expired says so', async () => {
    shell.world.security.hardwareTokens = [{ ...hardwareToken('t', 'Key ring', '1'), validUntil: '2026-01-31T12:00:00Z' }]
    await thePage()
    expect(screen.getByTestId('hardware-token')).toHaveTextContent(/Expired on Jan 31, 2026/)
  })

  it('is added by the code that it shows', async () => {
    const hands = await thePage()
    const dialog = await theDialog(hands)
    expect(dialog.getByTestId('action-add-token')).toHaveAccessibleDescription('Enter the serial number first.')
    await hands.type(dialog.getByLabelText('Serial number'), '40117')
    await hands.type(dialog.getByLabelText('Code on the token now'), '１11 111')
    await hands.type(dialog.getByLabelText('Name'), 'Lanyard')
    await hands.click(dialog.getByRole('button', { name: 'Add' }))
    expect(await dialog.findByTestId('fault-incorrect_code')).toBeInTheDocument()
    expect(dialog.getByLabelText('Code on the token now'), 'the next one is another').toHaveValue('')
    await hands.type(dialog.getByLabelText('Code on the token now'), '123456')
    await hands.click(dialog.getByRole('button', { name: 'Add' }))
    expect(shell.lastCall('add_hardware_token')).toEqual({ serialNumber: '40117', code: '123456', displayName: 'Lanyard' })
    expect(await screen.findByText('Lanyard')).toBeInTheDocument()
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })

  it('whose clock is wrong shows both times, and the solution', async () => {
    shell.instead.add_hardware_token = () => {
      throw fault('incorrect_code', { clockOffsetSeconds: 1200, nextCodeResynchronizes: true })
    }
    const hands = await thePage()
    const dialog = await theDialog(hands)
    await hands.type(dialog.getByLabelText('Serial number'), '40117')
    await hands.type(dialog.getByLabelText('Code on the token now'), '12345678{Enter}')
    const bar = await dialog.findByTestId('fault-incorrect_code')
    expect(bar).toHaveTextContent(/The device's clock shows .*1:00 .M and the service's shows .*41:00 .M, 20 minutes apart\./)
    expect(bar).toHaveTextContent("Enter the token's next code")
  })

  it('is resynchronised with two codes', async () => {
    const hands = await thePage()
    await hands.click(screen.getByRole('button', { name: 'Resynchronize: Key ring' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Resynchronize' }))
    await hands.type(dialog.getByLabelText('First code'), '123456')
    expect(dialog.getByTestId('action-resync')).toHaveAccessibleDescription('Enter two codes first, one after the other.')
    await hands.type(dialog.getByLabelText('Next code'), '123456{Enter}')
    expect(await dialog.findByTestId('fault-codes_not_consecutive')).toBeInTheDocument()
    await hands.type(dialog.getByLabelText('First code'), '123456')
    await hands.type(dialog.getByLabelText('Next code'), '654321{Enter}')
    expect(shell.lastCall('resync_hardware_token')).toEqual({ id: 'token-1', firstCode: '123456', secondCode: '654321' })
    expect((await screen.findAllByText('Hardware token resynchronized')).length).toBeGreaterThan(0)
  })

  it('is deleted after a question', async () => {
    const hands = await thePage()
    await hands.click(screen.getByRole('button', { name: 'Delete: Key ring' }))
    await hands.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete' }))
    expect(shell.lastCall('delete_hardware_token')).toEqual({ id: 'token-1' })
    expect(await within(screen.getByTestId('card-hardware-tokens')).findByText('Not set up')).toBeInTheDocument()
  })
})

describe('five apps and tokens', () => {
  it('prevent another one, of either kind', async () => {
    shell.world.security.hardwareTokens = ['1', '2', '3'].map((id) => hardwareToken(id, `Token ${id}`, id))
    await thePage()
    for (const id of ['action-open-add-token', 'action-set-up-app']) {
      expect(screen.getByTestId(id)).toHaveAccessibleDescription(/You already have five/)
    }
  })

  it('are listed when the service refuses a sixth, and one of them can be removed', async () => {
    shell.instead.add_hardware_token = () => {
      throw fault('oath_limit_reached', {
        limit: 5,
        methods: [
          { '@type': 'softwareOathAuthenticationMethod', id: 'app-2', displayName: 'Pixel 9' },
          { '@type': 'hardwareOathAuthenticationMethod', id: 'token-1', displayName: 'Key ring' },
        ],
      })
    }
    const hands = await thePage()
    const dialog = await theDialog(hands)
    await hands.type(dialog.getByLabelText('Serial number'), '40117')
    await hands.type(dialog.getByLabelText('Code on the token now'), '123456{Enter}')
    const list = within(await dialog.findByTestId('oath-limit'))
    expect(list.getAllByRole('listitem')).toHaveLength(2)
    await hands.click(list.getByRole('button', { name: 'Delete: Key ring' }))
    expect(list.getByText('Codes from Key ring will no longer be accepted when you sign in.')).toBeInTheDocument()
    expect(shell.lastCall('delete_hardware_token'), 'it asks first').toBeUndefined()
    await hands.click(list.getByRole('button', { name: 'Delete: Key ring' }))
    expect(shell.lastCall('delete_hardware_token')).toEqual({ id: 'token-1' })
    expect(dialog.queryByTestId('oath-limit')).not.toBeInTheDocument()
  })
})
