// The first start, and a service that is not there.

import { screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { fault, shell } from '../../../tests/made-up-shell/shell'
import { open } from '../../../tests/render'
import { openSettings } from '../../state/settings'
import SignInPage from './SignInPage'

beforeEach(() => {
  shell.world.status = { ...shell.world.status, connection: 'signedOut', person: null }
})

describe('the first start, without a service', () => {
  beforeEach(async () => {
    shell.world.status = { ...shell.world.status, demo: false }
    shell.world.settings = { ...shell.world.settings, serviceAddress: '' }
    await openSettings()
  })

  it('asks for its address on the card, and goes on to the password', async () => {
    const { person } = open(<SignInPage />)
    expect(screen.getByRole('heading', { name: 'Connect to your organization' })).toBeInTheDocument()
    expect(screen.getByTestId('action-connect')).toHaveAccessibleDescription('Enter the address first.')
    await person.type(screen.getByLabelText('Service address'), 'https://verify.contoso.example{Enter}')
    expect(await screen.findByTestId('card-sign-in')).toBeInTheDocument()
    expect(shell.world.settings.serviceAddress).toBe('https://verify.contoso.example')
    expect(screen.getByTestId('service-line')).toHaveTextContent('Service: https://verify.contoso.example')
  })

  it('takes its address from a QR code', async () => {
    shell.instead.link_from_clipboard = () => 'proofup://service?url=https%3A%2F%2Fverify.contoso.example'
    const { person } = open(<SignInPage />)
    await person.click(await screen.findByTestId('menu-scan'))
    await person.click(await screen.findByTestId('action-scan-clipboard'))
    expect(screen.getByLabelText('Service address')).toHaveValue('proofup://service?url=https%3A%2F%2Fverify.contoso.example')
  })

  it('says what is wrong with an address, and keeps it', async () => {
    const { person } = open(<SignInPage />)
    await person.type(screen.getByLabelText('Service address'), 'contoso{Enter}')
    expect(await screen.findByTestId('fault-service_address_invalid')).toBeInTheDocument()
    expect(screen.getByLabelText('Service address')).toHaveValue('contoso')
  })

  it('takes the address of a link only when the person says so', async () => {
    shell.world.status = { ...shell.world.status, serviceOffer: 'https://verify.contoso.example' }
    const { person } = open(<SignInPage />)
    expect(screen.getByTestId('notice-service-offer')).toHaveTextContent("Connect only if you know that it is your organization's.")
    expect(shell.lastCall('save_settings')).toBeUndefined()
    shell.instead.save_settings = ({ settings }, world, emit) => {
      world.status = { ...world.status, serviceOffer: null }
      emit('status', world.status)
      return settings
    }
    await person.click(screen.getByTestId('action-connect'))
    expect(await screen.findByTestId('card-sign-in')).toBeInTheDocument()
    expect(shell.lastCall('save_settings')).toMatchObject({ settings: { serviceAddress: 'https://verify.contoso.example' } })
  })
})

describe('a service that did not start', () => {
  it('is told, and tried again by a press', async () => {
    const serviceFault = fault('service_not_started', { detail: 'no space left on the device' })
    shell.world.status = { ...shell.world.status, serviceFault }
    shell.instead.demo_set_service_running = (_, world, emit) => {
      world.status = { ...world.status, serviceFault: null }
      emit('status', world.status)
      return null
    }
    const { person } = open(<SignInPage />)
    expect(screen.getByTestId('fault-service_not_started')).toHaveTextContent('The system says: no space left on the device.')
    await person.click(screen.getByTestId('action-try-again'))
    expect(screen.queryByTestId('fault-service_not_started')).not.toBeInTheDocument()
    expect(shell.lastCall('demo_set_service_running')).toEqual({ running: true })
  })
})
