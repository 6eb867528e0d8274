// Signing in: the password, and a code.

import { renderHook, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { fault, shell } from '../../../tests/made-up-shell/shell'
import { open } from '../../../tests/render'
import { useIntent } from '../../state/destination'
import SignInPage from './SignInPage'

beforeEach(() => {
  shell.world.status = { ...shell.world.status, connection: 'signedOut', person: null }
})

async function toTheSecondStep() {
  const page = open(<SignInPage />)
  await page.person.click(await screen.findByRole('button', { name: 'Sign in as Ann' }))
  await screen.findByRole('heading', { name: 'Enter code' })
  return page
}

const type = (person: Awaited<ReturnType<typeof toTheSecondStep>>['person'], code: string) => person.type(screen.getByTestId('field-code-0'), code)

describe('account and password', () => {
  it('cannot be sent before both are typed, and the button says why', async () => {
    const { person } = open(<SignInPage />)
    const button = screen.getByTestId('action-sign-in')
    expect(button).toHaveAttribute('aria-disabled', 'true')
    await person.type(screen.getByLabelText('User name'), 'ann@contoso.example')
    expect(button).toHaveAccessibleDescription('Enter your password first.')
    await person.type(screen.getByLabelText('Password'), 'x')
    expect(button).not.toHaveAttribute('aria-disabled', 'true')
  })

  it('stay in the form when they are wrong', async () => {
    const { person } = open(<SignInPage />)
    await person.type(screen.getByLabelText('User name'), 'ann@contoso.example')
    await person.type(screen.getByLabelText('Password'), 'wrong{Enter}')
    expect(await screen.findByTestId('fault-invalid_credentials')).toBeInTheDocument()
    expect(screen.getByLabelText('User name')).toHaveValue('ann@contoso.example')
    expect(screen.getByLabelText('Password')).toHaveValue('wrong')
  })

  it('that are wrong are told at the password, until either changes', async () => {
    const { person } = open(<SignInPage />)
    await person.type(screen.getByLabelText('User name'), 'ann@contoso.example')
    for (const changed of ['Password', 'User name']) {
      await person.type(screen.getByLabelText('Password'), 'wrong{Enter}')
      expect(screen.getByLabelText('Password')).toHaveAccessibleDescription(/The user name or password isn't right/)
      await person.type(screen.getByLabelText(changed), 'x')
      expect(screen.queryByTestId('fault-invalid_credentials')).toBeNull()
    }
  })

  it('are not asked of a person of the demo: one press signs in', async () => {
    shell.instead.sign_in = () => ({ step: 'signedIn' })
    const { person } = open(<SignInPage />)
    await person.click(await screen.findByRole('button', { name: 'Sign in as Max' }))
    expect(shell.lastCall('sign_in')).toEqual({ userName: 'max@contoso.example', password: 'forty-doors-shut' })
  })

  it('come without people outside the demo', () => {
    shell.world.status = { ...shell.world.status, demo: false }
    open(<SignInPage />)
    expect(screen.queryByTestId('demo-people')).not.toBeInTheDocument()
    expect(shell.lastCall('demo_people')).toBeUndefined()
  })
})

describe('the second step', () => {
  it('says what was sent where', async () => {
    await toTheSecondStep()
    expect(screen.getByText(/text message with a code to/)).toHaveTextContent('XXXXXXXX55')
  })

  it('sends the code with the wish to remember this device', async () => {
    const { person } = await toTheSecondStep()
    await type(person, '123456')
    await person.click(screen.getByLabelText("Don't ask again for 14 days"))
    await person.click(screen.getByTestId('action-verify'))
    expect(shell.lastCall('submit_code')).toEqual({ code: '123456', rememberDevice: true })
  })

  it('keeps a wrong code in the boxes and says how many tries are left', async () => {
    const { person } = await toTheSecondStep()
    await type(person, '111111{Enter}')
    expect(await screen.findByTestId('fault-incorrect_code')).toHaveTextContent('4 tries left.')
    expect(screen.getByTestId('field-code-0')).toHaveValue('1')
  })

  it('does not send another text before its time', async () => {
    await toTheSecondStep()
    expect(screen.getByTestId('action-resend')).toHaveAttribute('aria-disabled', 'true')
  })

  it('offers the other methods in place', async () => {
    const { person } = await toTheSecondStep()
    await person.click(screen.getByRole('button', { name: 'Use a different verification option' }))
    // Rows of one shape: a picture, what it is, and which one of its kind.
    for (const option of within(screen.getByRole('list', { name: 'Use a different verification option' })).getAllByRole('button')) expect(option.querySelector('svg')).not.toBeNull()
    await person.click(screen.getByRole('button', { name: 'Use verification code from app · Pixel 9' }))
    expect(await screen.findByText('Enter the verification code that Pixel 9 shows now.')).toBeInTheDocument()
    expect(shell.lastCall('start_method')).toEqual({ methodId: 'oath-1' })
  })

  it('offers the methods at once when the preferred one could not be started', async () => {
    shell.instead.sign_in = () => ({ step: 'secondStep', rememberDays: null, notStarted: null, challenge: null, methods: [{ id: 'sms-1', type: 'sms', hint: '+X XXXXXXXX55' }] })
    await toTheSecondStep()
    expect(screen.getByRole('button', { name: /Text code to my authentication phone/ })).toBeInTheDocument()
    expect(screen.queryByLabelText(/Don't ask again/)).not.toBeInTheDocument()
  })

  it('goes back to the password when the sign-in is over, and says why there', async () => {
    shell.instead.submit_code = () => {
      throw fault('too_many_incorrect_codes')
    }
    const { person } = await toTheSecondStep()
    await type(person, '111111{Enter}')
    expect(await screen.findByTestId('fault-too_many_incorrect_codes')).toBeInTheDocument()
    expect(screen.getByLabelText('User name')).toHaveValue('ann@contoso.example')
    expect(screen.getByLabelText('Password')).toHaveValue('')
  })

  it('is cancelled by going back', async () => {
    const { person } = await toTheSecondStep()
    await person.click(screen.getByTestId('action-back'))
    expect(screen.getByLabelText('Password')).toHaveValue('')
    expect(shell.lastCall('cancel_sign_in')).toBeDefined()
  })
})

describe('a wrong code', () => {
  it('is told at the boxes, until something else is typed there', async () => {
    const { person } = await toTheSecondStep()
    await type(person, '111111{Enter}')
    const told = await screen.findByTestId('fault-incorrect_code')
    expect(told.closest('.fui-Field')).toContainElement(screen.getByTestId('field-code-0'))
    await type(person, '2')
    expect(screen.queryByTestId('fault-incorrect_code')).not.toBeInTheDocument()
  })
})

describe("It wasn't me", () => {
  it('ends the sign-in, and leads to another password', async () => {
    const { person } = await toTheSecondStep()
    await person.click(screen.getByRole('button', { name: "It wasn't me" }))
    expect(shell.lastCall('cancel_sign_in')).toBeDefined()
    expect(screen.getByTestId('card-not-me')).toHaveTextContent('somebody else entered the password of ann@contoso.example')
    await person.click(screen.getByRole('button', { name: 'Sign in and change password' }))
    expect(screen.getByLabelText('User name')).toHaveValue('ann@contoso.example')
    expect(screen.getByLabelText('Password')).toHaveValue('')
    const reached = vi.fn()
    renderHook(() => useIntent('changePassword', true, reached))
    expect(reached).toHaveBeenCalledOnce()
  })
})

describe("this computer's code", () => {
  it('does the second step in one press, whatever was sent before', async () => {
    shell.instead.own_code_possible = () => true
    const { person } = await toTheSecondStep()
    await person.click(screen.getByLabelText("Don't ask again for 14 days"))
    await person.click(await screen.findByRole('button', { name: "Use this computer's code" }))
    await waitFor(() => expect(shell.lastCall('submit_own_code')).toEqual({ rememberDevice: true }))
    expect(shell.lastCall('start_method')).toEqual({ methodId: 'oath-1' })
  })

  it('is not offered where its authenticator holds no such account', async () => {
    await toTheSecondStep()
    await waitFor(() => expect(shell.lastCall('own_code_possible')).toBeDefined())
    expect(screen.queryByTestId('action-own-code')).not.toBeInTheDocument()
  })

  it('that is wrong is told, and a code can be typed', async () => {
    shell.instead.own_code_possible = () => true
    shell.instead.submit_own_code = () => {
      throw fault('incorrect_code', { triesLeft: 4 })
    }
    const { person } = await toTheSecondStep()
    await person.click(await screen.findByTestId('action-own-code'))
    expect(await screen.findByTestId('fault-incorrect_code')).toBeInTheDocument()
    expect(screen.getByText('Enter the verification code that Pixel 9 shows now.')).toBeInTheDocument()
  })
})
