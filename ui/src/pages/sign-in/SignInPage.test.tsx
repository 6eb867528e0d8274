// Signing in.

import { renderHook, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { fault, shell } from '../../../tests/made-up-shell/shell'
import { open } from '../../../tests/render'
import { useIntent } from '../../state/destination'
import { openSettings } from '../../state/settings'
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
  it('cannot be submitted before both are typed, and the button says why', async () => {
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

  it('are not needed for a person of the demo: one press signs in', async () => {
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

describe('a call', () => {
  const call = async () => {
    const page = await toTheSecondStep()
    await page.person.click(screen.getByRole('button', { name: 'Use a different verification option' }))
    await page.person.click(screen.getByRole('button', { name: /Call my authentication phone/ }))
    await screen.findByRole('heading', { name: "We're calling your phone" })
    return page
  }
  const soon = { timeout: 4000 }

  it('says which phone rings and which key to press, and asks for no code', async () => {
    await call()
    expect(screen.getByTestId('call-waiting')).toHaveTextContent('XXXXXXXX55')
    expect(screen.getByTestId('call-waiting')).toHaveTextContent('Answer the call and press #')
    expect(screen.queryByTestId('field-code-0')).not.toBeInTheDocument()
    expect(screen.getByTestId('action-call-again')).toHaveAttribute('aria-disabled', 'true')
  })

  it('continues automatically after #, and remembers this device if chosen', async () => {
    const { person } = await call()
    await person.click(screen.getByLabelText("Don't ask again for 14 days"))
    shell.instead.poll_method = () => ({ step: 'signedIn' })
    await waitFor(() => expect(shell.lastCall('poll_method')).toEqual({ rememberDevice: true }), soon)
  })

  it('that was not answered says so, and is repeated on request', async () => {
    const { person } = await call()
    shell.instead.poll_method = () => {
      throw fault('phone_unreachable', { reason: 'busy' })
    }
    expect(await screen.findByTestId('fault-phone_unreachable', undefined, soon)).toHaveTextContent('The line was busy, or the call was declined.')
    shell.instead.poll_method = () => null
    await person.click(screen.getByTestId('action-call-again'))
    expect(shell.lastCall('start_method')).toEqual({ methodId: 'voice-1' })
    await waitFor(() => expect(screen.queryByTestId('fault-phone_unreachable')).not.toBeInTheDocument())
  })

  it('that has to wait shows the remaining time, and the other methods', async () => {
    const { person } = await call()
    shell.instead.poll_method = () => {
      throw fault('call_hung_up')
    }
    await screen.findByTestId('fault-call_hung_up', undefined, soon)
    shell.instead.start_method = () => {
      throw fault('rate_limited', { retryAfterSeconds: 30 })
    }
    await person.click(screen.getByTestId('action-call-again'))
    const again = screen.getByTestId('action-call-again')
    expect(again).toHaveTextContent(/^Call me again \(0:(30|29)\)$/)
    expect(again).toHaveAccessibleDescription(/You can try again in (30|29) seconds\./)
    expect(screen.getByText('You can wait, or use a different option.')).toBeInTheDocument()
    expect(screen.getByTestId('action-method-sms')).toBeInTheDocument()
    const later = Date.now() + 30_000
    vi.spyOn(Date, 'now').mockImplementation(() => later)
    await waitFor(() => expect(again).toHaveTextContent(/^Call me again$/), soon)
    expect(again).not.toHaveAttribute('aria-disabled', 'true')
  })

  it('ends the sign-in after a report of fraud', async () => {
    await call()
    shell.instead.poll_method = () => {
      throw fault('fraud_reported')
    }
    expect(await screen.findByTestId('fault-fraud_reported', undefined, soon)).toBeInTheDocument()
    expect(screen.getByTestId('card-sign-in')).toBeInTheDocument()
  })

  it('that is not answered for 20 seconds shows the other methods', async () => {
    await call()
    expect(screen.queryByTestId('action-method-sms')).not.toBeInTheDocument()
    const later = Date.now() + 20_000
    vi.spyOn(Date, 'now').mockImplementation(() => later)
    expect(await screen.findByText(/Your phone hasn't answered yet/, undefined, soon)).toBeInTheDocument()
    expect(screen.getByTestId('action-method-sms')).toBeInTheDocument()
    vi.restoreAllMocks()
  })

  it('that the gateway refuses is reported at once, with the other methods', async () => {
    const methods = [{ id: 'voice-1', type: 'voiceMobile', hint: '+X XXXXXXXX55' }, { id: 'oath-1', type: 'oath', hint: 'Pixel 9' }]
    shell.instead.sign_in = () => ({ step: 'secondStep', rememberDays: null, challenge: null, methods, notStarted: fault('phone_unreachable', { reason: 'gateway' }) })
    await toTheSecondStep()
    expect(screen.getByTestId('fault-phone_unreachable')).toHaveTextContent("Calls and texts can't be sent at the moment.")
    expect(screen.getByTestId('action-method-oath')).toBeInTheDocument()
  })
})

describe('a text', () => {
  const soon = { timeout: 4000 }

  it('that cannot be delivered is reported at once, with the other methods, and its code still works', async () => {
    const { person } = await toTheSecondStep()
    expect(screen.queryByTestId('action-method-oath')).not.toBeInTheDocument()
    shell.instead.poll_method = () => {
      throw fault('phone_unreachable', { reason: 'not_delivered' })
    }
    expect(await screen.findByTestId('fault-phone_unreachable', undefined, soon)).toHaveTextContent("The text message couldn't be delivered.")
    expect(screen.getByTestId('action-method-oath')).toBeInTheDocument()
    await type(person, '123456{Enter}')
    expect(shell.lastCall('submit_code')).toEqual({ code: '123456', rememberDevice: false })
  })

  it('says whether it may be answered', async () => {
    const methods = [{ id: 'sms-1', type: 'sms', hint: '+X XXXXXXXX55' }]
    const challenge = { methodId: 'sms-1', expiresInSeconds: 180, resendInSeconds: 30, pollInSeconds: 2, number: null, reply: true }
    shell.instead.sign_in = () => ({ step: 'secondStep', rememberDays: null, notStarted: null, challenge, methods })
    await toTheSecondStep()
    expect(screen.getByText(/Reply with the code/)).toBeInTheDocument()
  })
})

describe('the second step', () => {
  it('says what was sent where', async () => {
    await toTheSecondStep()
    expect(screen.getByText(/text message with a code to/)).toHaveTextContent('XXXXXXXX55')
  })

  it('sends the code, and whether to remember this device', async () => {
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
    // Rows of one layout: an icon, a name, and a distinguishing line.
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
  it('is shown at the boxes until the code changes', async () => {
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

  it('uses the address of a link only after the person agrees', async () => {
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

describe("this computer's code", () => {
  it('does the second step in one press, after every other method', async () => {
    shell.instead.own_code_possible = () => true
    const { person } = await toTheSecondStep()
    await person.click(screen.getByLabelText("Don't ask again for 14 days"))
    await person.click(await screen.findByRole('button', { name: "Use this computer's code" }))
    await waitFor(() => expect(shell.lastCall('submit_own_code')).toEqual({ rememberDevice: true }))
    expect(shell.lastCall('start_method')).toEqual({ methodId: 'oath-1' })
  })

  it('is not offered if its authenticator has no such account', async () => {
    await toTheSecondStep()
    await waitFor(() => expect(shell.lastCall('own_code_possible')).toBeDefined())
    expect(screen.queryByTestId('action-own-code')).not.toBeInTheDocument()
  })

  it('that is wrong shows the error, and a code can be typed', async () => {
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

describe('a service that did not start', () => {
  it('shows the error, and can be tried again', async () => {
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

describe('a notification', () => {
  async function asked() {
    const { person } = await toTheSecondStep()
    await person.click(screen.getByRole('button', { name: 'Use a different verification option' }))
    await person.click(screen.getByTestId('action-method-push'))
    await screen.findByRole('heading', { name: 'Approve the request on your device' })
    return person
  }

  it('shows the number to type, large, and says where', async () => {
    await asked()
    expect(screen.getByTestId('number-to-match')).toHaveTextContent('42')
    expect(screen.getByText(/We've sent a notification to Pixel 9/)).toBeInTheDocument()
    expect(screen.getByTestId('action-send-again')).toHaveAccessibleDescription('The request is still waiting')
  })

  it('polls whether it was approved', async () => {
    await asked()
    await waitFor(() => expect(shell.lastCall('poll_method')).toEqual({ rememberDevice: false }), { timeout: 4000 })
  })

  it.each(['push_not_delivered', 'app_not_activated', 'push_paused', 'in_progress'])('that failed shows the other methods: %s', async (code) => {
    await asked()
    expect(screen.queryByTestId('action-method-sms')).not.toBeInTheDocument()
    shell.instead.poll_method = () => {
      throw fault(code, { retryAfterSeconds: 60 })
    }
    expect(await screen.findByTestId(`fault-${code}`, {}, { timeout: 4000 })).toBeInTheDocument()
    expect(screen.getByTestId('action-method-sms')).toBeInTheDocument()
  })

  it('that was denied does not show the other methods', async () => {
    shell.instead.poll_method = () => {
      throw fault('user_declined')
    }
    await asked()
    expect(await screen.findByTestId('fault-user_declined', {}, { timeout: 4000 })).toBeInTheDocument()
    expect(screen.queryByTestId('action-method-sms')).not.toBeInTheDocument()
  })

  it('says that it was denied, and can be sent again', async () => {
    shell.instead.poll_method = () => {
      throw fault('user_declined')
    }
    const person = await asked()
    expect(await screen.findByTestId('fault-user_declined', {}, { timeout: 4000 })).toHaveTextContent('denied on your device')
    await person.click(screen.getByTestId('action-send-again'))
    expect(shell.calls.filter(({ command }) => command === 'start_method')).toHaveLength(2)
  })
})
