// The second step by phone: calls, texts and notifications.

import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { fault, shell } from '../../../tests/made-up-shell/shell'
import { open } from '../../../tests/render'
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

describe('a call', () => {
  const call = async () => {
    const page = await toTheSecondStep()
    await page.person.click(screen.getByRole('button', { name: 'Use a different verification option' }))
    await page.person.click(screen.getByRole('button', { name: /Call my authentication phone/ }))
    await screen.findByRole('heading', { name: "We're calling your phone" })
    return page
  }

  it('says which phone rings and which key to press, and asks for no code', async () => {
    await call()
    expect(screen.getByTestId('call-waiting')).toHaveTextContent('XXXXXXXX55')
    expect(screen.getByTestId('call-waiting')).toHaveTextContent('Answer the call and press #')
    expect(screen.queryByTestId('field-code-0')).not.toBeInTheDocument()
    expect(screen.getByTestId('action-call-again')).toHaveAttribute('aria-disabled', 'true')
  })

  it('goes on by itself once # was pressed, with the wish to remember this device', async () => {
    const { person } = await call()
    await person.click(screen.getByLabelText("Don't ask again for 14 days"))
    shell.instead.poll_method = () => ({ step: 'signedIn' })
    await waitFor(() => expect(shell.lastCall('poll_method')).toEqual({ rememberDevice: true }))
  })

  it('that was not answered says so, and is made again on request', async () => {
    const { person } = await call()
    shell.instead.poll_method = () => {
      throw fault('phone_unreachable', { reason: 'busy' })
    }
    expect(await screen.findByTestId('fault-phone_unreachable')).toHaveTextContent('The line was busy, or the call was declined.')
    shell.instead.poll_method = () => null
    await person.click(screen.getByTestId('action-call-again'))
    expect(shell.lastCall('start_method')).toEqual({ methodId: 'voice-1' })
    await waitFor(() => expect(screen.queryByTestId('fault-phone_unreachable')).not.toBeInTheDocument())
  })

  it('that the service wants to wait for shows the time left, and the other methods meanwhile', async () => {
    const { person } = await call()
    shell.instead.poll_method = () => {
      throw fault('call_hung_up')
    }
    await screen.findByTestId('fault-call_hung_up')
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
    await waitFor(() => expect(again).toHaveTextContent(/^Call me again$/))
    expect(again).not.toHaveAttribute('aria-disabled', 'true')
  })

  it('during which fraud was reported ends the sign-in', async () => {
    await call()
    shell.instead.poll_method = () => {
      throw fault('fraud_reported')
    }
    expect(await screen.findByTestId('fault-fraud_reported')).toBeInTheDocument()
    expect(screen.getByTestId('card-sign-in')).toBeInTheDocument()
  })

  it('that nobody answers for 20 seconds brings the other methods out', async () => {
    await call()
    expect(screen.queryByTestId('action-method-sms')).not.toBeInTheDocument()
    const later = Date.now() + 20_000
    vi.spyOn(Date, 'now').mockImplementation(() => later)
    expect(await screen.findByText(/Your phone hasn't answered yet/)).toBeInTheDocument()
    expect(screen.getByTestId('action-method-sms')).toBeInTheDocument()
    vi.restoreAllMocks()
  })

  it('that the gateway does not take is told at once, beside the other methods', async () => {
    const methods = [{ id: 'voice-1', type: 'voiceMobile', hint: '+X XXXXXXXX55' }, { id: 'oath-1', type: 'oath', hint: 'Pixel 9' }]
    shell.instead.sign_in = () => ({ step: 'secondStep', rememberDays: null, challenge: null, methods, notStarted: fault('phone_unreachable', { reason: 'gateway' }) })
    await toTheSecondStep()
    expect(screen.getByTestId('fault-phone_unreachable')).toHaveTextContent("Calls and texts can't be sent at the moment.")
    expect(screen.getByTestId('action-method-oath')).toBeInTheDocument()
  })
})

describe('a text', () => {

  it('that cannot be delivered is told at once, beside the other methods, and its code still counts', async () => {
    const { person } = await toTheSecondStep()
    expect(screen.queryByTestId('action-method-oath')).not.toBeInTheDocument()
    shell.instead.poll_method = () => {
      throw fault('phone_unreachable', { reason: 'not_delivered' })
    }
    expect(await screen.findByTestId('fault-phone_unreachable')).toHaveTextContent("The text message couldn't be delivered.")
    expect(screen.getByTestId('action-method-oath')).toBeInTheDocument()
    await type(person, '123456{Enter}')
    expect(shell.lastCall('submit_code')).toEqual({ code: '123456', rememberDevice: false })
  })

  it('says that it may be answered where that is so', async () => {
    const methods = [{ id: 'sms-1', type: 'sms', hint: '+X XXXXXXXX55' }]
    const challenge = { methodId: 'sms-1', expiresInSeconds: 180, resendInSeconds: 30, pollInSeconds: 2, number: null, reply: true }
    shell.instead.sign_in = () => ({ step: 'secondStep', rememberDays: null, notStarted: null, challenge, methods })
    await toTheSecondStep()
    expect(screen.getByText(/Reply with the code/)).toBeInTheDocument()
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

  it('asks by itself whether it was approved', async () => {
    await asked()
    await waitFor(() => expect(shell.lastCall('poll_method')).toEqual({ rememberDevice: false }))
  })

  it.each(['push_not_delivered', 'app_not_activated', 'push_paused', 'in_progress'])('that came to nothing brings the other methods out: %s', async (code) => {
    await asked()
    expect(screen.queryByTestId('action-method-sms')).not.toBeInTheDocument()
    shell.instead.poll_method = () => {
      throw fault(code, { retryAfterSeconds: 60 })
    }
    expect(await screen.findByTestId(`fault-${code}`)).toBeInTheDocument()
    expect(screen.getByTestId('action-method-sms')).toBeInTheDocument()
  })

  it('that was denied does not push anybody to another way', async () => {
    shell.instead.poll_method = () => {
      throw fault('user_declined')
    }
    await asked()
    expect(await screen.findByTestId('fault-user_declined')).toBeInTheDocument()
    expect(screen.queryByTestId('action-method-sms')).not.toBeInTheDocument()
  })

  it('says that it was denied, and can be sent again', async () => {
    shell.instead.poll_method = () => {
      throw fault('user_declined')
    }
    const person = await asked()
    expect(await screen.findByTestId('fault-user_declined')).toHaveTextContent('denied on your device')
    await person.click(screen.getByTestId('action-send-again'))
    expect(shell.calls.filter(({ command }) => command === 'start_method')).toHaveLength(2)
  })
})

describe("fraud that is reported in the phone's app", () => {
  const reported = () => {
    throw fault('fraud_reported')
  }

  async function asked() {
    const { person } = await toTheSecondStep()
    await person.click(screen.getByRole('button', { name: 'Use a different verification option' }))
    await person.click(screen.getByTestId('action-method-push'))
    await screen.findByTestId('number-to-match')
    return person
  }

  it('ends the sign-in, and says above the password who ended it and what to do', async () => {
    await asked()
    shell.instead.poll_method = reported
    const told = await screen.findByTestId('fault-fraud_reported')
    expect(screen.getByTestId('card-sign-in')).toContainElement(told)
    expect(told).toHaveTextContent('This sign-in was reported as fraud')
    expect(told).toHaveTextContent("\"It wasn't me\" was chosen on one of your devices")
    expect(told).toHaveTextContent('If you chose it by mistake, sign in again')
    expect(screen.queryByTestId('card-second-step')).not.toBeInTheDocument()
    expect(screen.queryByTestId('number-to-match')).not.toBeInTheDocument()
  })

  it('leaves the user name, and the password begins another sign-in', async () => {
    const person = await asked()
    shell.instead.poll_method = reported
    await screen.findByTestId('fault-fraud_reported')
    expect(screen.getByLabelText('User name')).toHaveValue('ann@contoso.example')
    expect(screen.getByLabelText('Password')).toHaveValue('')
    delete shell.instead.poll_method
    await person.type(screen.getByLabelText('Password'), 'correct horse{Enter}')
    expect(await screen.findByRole('heading', { name: 'Enter code' })).toBeInTheDocument()
    expect(screen.queryByTestId('fault-fraud_reported')).not.toBeInTheDocument()
  })

  it('that blocked the account is told at the next password', async () => {
    const person = await asked()
    shell.instead.poll_method = reported
    await screen.findByTestId('fault-fraud_reported')
    shell.instead.sign_in = () => {
      throw fault('user_blocked')
    }
    await person.type(screen.getByLabelText('Password'), 'correct horse{Enter}')
    expect(await screen.findByTestId('fault-user_blocked')).toHaveTextContent('help desk')
    expect(screen.queryByTestId('fault-fraud_reported')).not.toBeInTheDocument()
  })

  it.each([
    ['another method is chosen', 'start_method', (person: Awaited<ReturnType<typeof asked>>) => person.click(screen.getByTestId('action-method-push'))],
    ['a code is entered', 'submit_code', (person: Awaited<ReturnType<typeof asked>>) => type(person, '123456{Enter}')],
  ] as const)('is told the same way while %s', async (_, command, goOn) => {
    const { person } = await toTheSecondStep()
    await person.click(screen.getByRole('button', { name: 'Use a different verification option' }))
    shell.instead[command] = reported
    await goOn(person)
    expect(screen.getByTestId('card-sign-in')).toContainElement(await screen.findByTestId('fault-fraud_reported'))
  })
})
