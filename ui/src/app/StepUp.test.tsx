// Step-up, in a dialog over a waiting form.

import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { fault, shell } from '../../tests/made-up-shell/shell'
import { open } from '../../tests/render'
import { appPasswords } from '../backend/app-passwords'
import AppPasswordsPanel from '../pages/app-passwords/AppPasswordsPanel'
import { useView } from '../state/view'
import { StepUp } from './StepUp'

const sms = { id: 'sms-1', type: 'sms' as const, hint: '+X XXXXXXXX55' }
const oath = { id: 'oath-1', type: 'oath' as const, hint: 'Pixel 9' }
const question = { methods: [sms, oath], rememberDays: null, notStarted: null, challenge: { methodId: 'sms-1', expiresInSeconds: 180, resendInSeconds: 30, pollInSeconds: 2, number: null, reply: false } }

/** The codes that end the second step, and why. */
const ENDING: Partial<Record<string, string>> = { 999999: 'too_many_incorrect_codes', 888888: 'fraud_reported' }

/** The status while a command waits for a second step. */
function wantAFreshSecondStep() {
  const ask = (stepUp: typeof question | null) => {
    shell.world.status = { ...shell.world.status, stepUp }
    shell.emit('status', shell.world.status)
  }
  let settle: (failed: unknown) => void = () => undefined
  shell.instead.create_app_password = async ({ displayName }) => {
    const settled = new Promise<unknown>((resolve) => {
      settle = resolve
    })
    ask(question)
    const failed = await settled
    ask(null)
    if (failed) throw failed
    return { id: 'new', displayName, groups: ['k7mf', '2wqx', 'p9ca', 'hd4t', 'nr6e'] }
  }
  shell.instead.submit_code = ({ code }) => {
    const reason = ENDING[code as string]
    if (reason) {
      const ended = fault(reason)
      settle(ended)
      throw ended
    }
    if (code !== '123456') throw fault('incorrect_code', { triesLeft: 4 })
    settle(null)
    return { step: 'signedIn' }
  }
  shell.instead.cancel_sign_in = () => {
    settle(fault('step_up_required', { maxAgeSeconds: 600 }))
    return null
  }
}

function Panel() {
  return <AppPasswordsPanel shown={useView(appPasswords)} />
}

async function theQuestion() {
  const { person } = open(
    <>
      <Panel />
      <StepUp onSecurity={() => undefined} />
    </>,
  )
  await person.click(await screen.findByTestId('action-create'))
  const form = within(await screen.findByTestId('dialog-create-app-password'))
  await person.clear(form.getByLabelText('Name'))
  await person.type(form.getByLabelText('Name'), 'Tablet')
  await person.click(form.getByTestId('action-next'))
  const surface = await screen.findByTestId('dialog-step-up')
  // Screen readers read this dialog, although the form below is open as well.
  await waitFor(() => expect(surface).not.toHaveAttribute('aria-hidden'))
  const dialog = within(surface)
  return { person, dialog }
}

beforeEach(wantAFreshSecondStep)

describe('the question', () => {
  it('says why, and what was sent where', async () => {
    const { dialog } = await theQuestion()
    expect(dialog.getByRole('heading', { name: "Verify again to make this change" })).toBeInTheDocument()
    expect(dialog.getByText(/from the last 10 minutes/)).toBeInTheDocument()
    expect(dialog.getByText(/text message with a code to/)).toHaveTextContent('XXXXXXXX55')
    expect(dialog.queryByTestId('field-remember-device')).not.toBeInTheDocument()
  })

  it('goes on with what was typed once the code is right', async () => {
    const { person, dialog } = await theQuestion()
    await person.type(dialog.getByTestId('field-code-0'), '123456{Enter}')
    expect(await screen.findByTestId('app-password')).toHaveTextContent('k7mf2wqxp9cahd4tnr6e')
    expect(screen.queryByTestId('dialog-step-up')).not.toBeInTheDocument()
    expect(shell.calls.filter(({ command }) => command === 'create_app_password')).toHaveLength(1)
  })

  it('keeps a wrong code and says how many tries are left', async () => {
    const { person, dialog } = await theQuestion()
    await person.type(dialog.getByTestId('field-code-0'), '111111{Enter}')
    expect(await dialog.findByTestId('fault-incorrect_code')).toHaveTextContent('4 tries left.')
  })

  it('takes a code from an app as well', async () => {
    const { person, dialog } = await theQuestion()
    await person.click(dialog.getByRole('button', { name: 'Use a different verification option' }))
    await person.click(dialog.getByTestId('action-method-oath'))
    expect(await dialog.findByText('Enter the verification code that Pixel 9 shows now.')).toBeInTheDocument()
  })

  it('leaves the form as it was when it is cancelled', async () => {
    const { person, dialog } = await theQuestion()
    await person.click(dialog.getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(screen.queryByTestId('dialog-step-up')).not.toBeInTheDocument())
    expect(await screen.findByTestId('fault-step_up_required')).toBeInTheDocument()
    expect(screen.getByLabelText('Name')).toHaveValue('Tablet')
  })

  it('that another person caused can be reported, and leads to the next steps', async () => {
    const { person, dialog } = await theQuestion()
    await person.click(dialog.getByRole('button', { name: "It wasn't me" }))
    await waitFor(() => expect(screen.queryByTestId('dialog-step-up')).not.toBeInTheDocument())
    expect(await screen.findByTestId('dialog-not-me')).toHaveTextContent('Tell your help desk too.')
    expect(screen.getByTestId('action-open-change-password')).toBeInTheDocument()
  })

  it.each(Object.entries(ENDING))('shows in the form why it failed, which can be sent again: %s %s', async (code, reason) => {
    const { person, dialog } = await theQuestion()
    await person.type(dialog.getByTestId('field-code-0'), `${code}{Enter}`)
    expect(await screen.findByTestId(`fault-${reason}`)).toBeInTheDocument()
    await waitFor(() => expect(screen.queryByTestId('dialog-step-up')).not.toBeInTheDocument())
    expect(screen.getByLabelText('Name')).toHaveValue('Tablet')
    await person.click(screen.getByTestId('action-next'))
    expect(await screen.findByTestId('dialog-step-up')).toBeInTheDocument()
  })
})
