// The required registration.

import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { fault, shell } from '../../../tests/made-up-shell/shell'
import { open } from '../../../tests/render'
import type { SignedInPerson } from '../../backend/app'
import type { RegistrationReason } from '../../backend/security-info'
import RegistrationPage from './RegistrationPage'

const onEnd = vi.fn()
const person: SignedInPerson = {
  userPrincipalName: 'nora@contoso.example',
  displayName: 'Nora New',
  organization: 'Contoso',
  roles: [],
  registration: { required: true, reasons: ['admin_enabled'] },
}

beforeEach(() => {
  onEnd.mockClear()
  shell.world.appPasswords.value = []
})

async function theWizard() {
  const page = open(<RegistrationPage person={person} onStart={() => undefined} onEnd={onEnd} />)
  await page.person.click(screen.getByRole('button', { name: 'Set it up now' }))
  await screen.findByRole('heading', { name: 'Step 1: How should we contact you?' })
  return page.person
}
type Hands = Awaited<ReturnType<typeof theWizard>>

const press = (hands: Hands, id: string) => hands.click(screen.getByTestId(id))
const typeCode = (hands: Hands, code: string) => hands.type(screen.getByTestId('field-code-0'), code)

async function toThePhoneCode() {
  const hands = await theWizard()
  await hands.click(screen.getByRole('radio', { name: 'Authentication phone' }))
  await hands.type(screen.getByLabelText('Phone number'), '4255550155')
  await press(hands, 'action-next')
  await screen.findByRole('heading', { name: "Step 2: We've sent a text message to your phone" })
  return hands
}

async function toTheApp() {
  const hands = await theWizard()
  await hands.click(screen.getByRole('radio', { name: 'Mobile app' }))
  await press(hands, 'action-next')
  await screen.findByRole('heading', { name: 'Step 2: Enter the verification code from the mobile app' })
  await screen.findByTestId('setup-qr')
  return hands
}

describe('the last sentence', () => {
  const end = async (mfaState: 'enforced' | 'disabled', reasons: RegistrationReason[]) => {
    shell.world.security.me.mfaState = mfaState
    shell.world.security.me.registration = { required: true, reasons }
    shell.world.appPasswords.unavailable = 'second_step_not_registered'
    const hands = await toThePhoneCode()
    // The next answer of the service arrives while the page is still shown, and requires nothing any more.
    shell.instead.verify_phone = (_, world) => {
      world.security.me.registration = { required: false, reasons: [] }
      return null
    }
    await typeCode(hands, '123456{Enter}')
    return screen.findByTestId('step-all-set')
  }

  it('announces the second step to a person who will need it', async () => {
    expect(await end('enforced', ['admin_enabled'])).toHaveTextContent('From now on you sign in with your password and your verification method.')
  })

  it('does not announce the second step to a person who stays disabled', async () => {
    const step = await end('disabled', ['password_reset_enabled'])
    expect(step).toHaveTextContent("This account doesn't need a second step at sign-in.")
    expect(step).not.toHaveTextContent('From now on')
  })

  it('announces it if an application requires it', async () => {
    expect(await end('disabled', ['application_policy', 'registration_policy'])).toHaveTextContent('From now on you sign in')
  })
})

describe('the interrupt', () => {
  it('says who asks for it and why', () => {
    open(<RegistrationPage person={person} onStart={() => undefined} onEnd={onEnd} />)
    expect(screen.getByText('Your admin has required that you set up this account for additional security verification')).toBeInTheDocument()
    expect(screen.getByTestId('registration-reason-admin_enabled')).toHaveTextContent('An administrator turned on two-step verification')
  })
})

describe('step 1', () => {
  it('disables what the organisation does not allow, with the reason', async () => {
    await theWizard()
    const office = screen.getByRole('radio', { name: /Office phone/ })
    expect(office).toBeDisabled()
    expect(office).toHaveAccessibleName(/Your organization doesn't allow this method/)
  })

  it('disables the mobile app when codes from apps are not allowed', async () => {
    shell.world.security.me.policy.verificationMethods.codeFromMobileApp = false
    await theWizard()
    expect(screen.getByRole('radio', { name: /Mobile app/ })).toBeDisabled()
  })

  it('sends the number in the format of the service', async () => {
    await toThePhoneCode()
    expect(shell.lastCall('start_phone')).toEqual({ phoneType: 'mobile', phoneNumber: '+1 4255550155', verifyBy: 'sms' })
  })

  it('keeps an invalid number, and shows the error', async () => {
    const hands = await theWizard()
    await hands.click(screen.getByRole('radio', { name: 'Authentication phone' }))
    await hands.type(screen.getByLabelText('Phone number'), '42{Enter}')
    expect(await screen.findByTestId('fault-phone_number_invalid')).toHaveTextContent('It has too few digits for this country or region.')
    expect(screen.getByLabelText('Phone number')).toHaveValue('42')
  })
})

describe('a call', () => {
  beforeEach(() => {
    shell.world.security.me.policy.verificationMethods.callToPhone = true
    shell.world.security.phones = []
  })

  it('verifies the authentication phone without a code', async () => {
    const hands = await theWizard()
    await hands.click(screen.getByRole('radio', { name: 'Authentication phone' }))
    await hands.type(screen.getByLabelText('Phone number'), '4255550155')
    await hands.click(screen.getByRole('radio', { name: 'Call me' }))
    await press(hands, 'action-next')
    expect(await screen.findByRole('heading', { name: "Step 2: We're calling your phone" })).toBeInTheDocument()
    expect(shell.lastCall('start_phone')).toEqual({ phoneType: 'mobile', phoneNumber: '+1 4255550155', verifyBy: 'voice' })
    shell.instead.phone_verified = () => true
    expect(await screen.findByTestId('step-existing-applications')).toBeInTheDocument()
    expect(shell.lastCall('phone_verified')).toEqual({ verificationId: 'v1' })
  })

  it('that failed shows the reason, and can be repeated', async () => {
    const hands = await theWizard()
    await hands.click(screen.getByRole('radio', { name: 'Office phone' }))
    await hands.type(screen.getByLabelText('Phone number'), '4255550155')
    await hands.type(screen.getByLabelText('Extension'), '42')
    await press(hands, 'action-next')
    await screen.findByTestId('call-waiting')
    expect(shell.lastCall('start_phone')).toEqual({ phoneType: 'office', phoneNumber: '+1 4255550155x42', verifyBy: 'voice' })
    shell.instead.phone_verified = () => {
      throw fault('call_hung_up')
    }
    expect(await screen.findByTestId('fault-call_hung_up')).toBeInTheDocument()
    shell.instead.phone_verified = () => true
    await press(hands, 'action-call-again')
    expect(shell.calls.filter(({ command }) => command === 'start_phone')).toHaveLength(2)
    expect(await screen.findByTestId('step-existing-applications')).toBeInTheDocument()
  })

  it('goes to the number that the organisation set, without typing it', async () => {
    shell.world.security.phones = [{ id: 'p2', phoneType: 'office', phoneNumber: '+1 XXXXXXXX00', readOnly: true, createdDateTime: '2026-01-01T00:00:00Z', lastUsedDateTime: null }]
    const hands = await theWizard()
    await hands.click(screen.getByRole('radio', { name: 'Office phone' }))
    expect(screen.getByText(/Your organization set this number/)).toHaveTextContent('XXXXXXXX00')
    expect(screen.queryByLabelText('Phone number')).not.toBeInTheDocument()
    await press(hands, 'action-next')
    expect(shell.lastCall('start_phone')).toEqual({ phoneType: 'office', phoneNumber: '', verifyBy: 'voice' })
    // The person cannot correct it.
    expect(await screen.findByTestId('action-back')).toHaveTextContent('Back')
  })

  it('to the office is disabled if the organisation has to set that number first', async () => {
    shell.world.security.me.policy.officePhoneSetByPerson = false
    await theWizard()
    expect(screen.getByRole('radio', { name: /Office phone/ })).toHaveAccessibleName(/Ask your admin/)
  })
})

describe('the phone', () => {
  it('ends with the first app password, named after this computer', async () => {
    const hands = await toThePhoneCode()
    await typeCode(hands, '123456')
    await press(hands, 'action-verify')
    expect(await screen.findByRole('heading', { name: 'Step 3: Keep using your existing applications' })).toBeInTheDocument()
    expect(shell.lastCall('complete_registration')).toBeDefined()
    expect(shell.lastCall('create_app_password')).toEqual({ displayName: 'ann-desktop' })
    expect(screen.getByTestId('app-password')).toHaveTextContent('k7mf2wqxp9cahd4tnr6e')
  })

  it('keeps its number for correction', async () => {
    const hands = await toThePhoneCode()
    await hands.click(screen.getByRole('button', { name: 'Correct the number' }))
    expect(screen.getByLabelText('Phone number')).toHaveValue('(425) 555-0155')
  })

  it('repeats only the failed action after a right code', async () => {
    let failures = 1
    shell.instead.complete_registration = () => {
      if (failures-- > 0) throw fault('service_unavailable')
    }
    const hands = await toThePhoneCode()
    await typeCode(hands, '123456')
    await press(hands, 'action-verify')
    expect(await screen.findByTestId('fault-service_unavailable')).toBeInTheDocument()
    await press(hands, 'action-verify')
    expect(await screen.findByTestId('step-existing-applications')).toBeInTheDocument()
    expect(shell.calls.filter(({ command }) => command === 'verify_phone')).toHaveLength(1)
  })
})

describe('the mobile app', () => {
  it('shows a QR code, and the secret and the link for copying', async () => {
    const hands = await toTheApp()
    expect(screen.getByRole('img', { name: 'QR code for your authenticator app' })).toHaveAttribute('src', expect.stringMatching(/^data:image\/svg\+xml/))
    await hands.click(screen.getByRole('button', { name: 'Copy secret key' }))
    await hands.click(screen.getByRole('button', { name: 'Copy link' }))
    expect(shell.lastCall('copy_setup_secret')).toEqual({ id: 's1' })
    expect(shell.lastCall('copy_setup_link')).toEqual({ id: 's1' })
  })

  it('cancels the set-up that a new QR code replaces', async () => {
    const hands = await toTheApp()
    await press(hands, 'action-new-qr')
    expect(shell.lastCall('cancel_mobile_app')).toEqual({ id: 's1' })
  })

  it("is added to this computer's authenticator in one press, and then asks for a phone", async () => {
    const hands = await toTheApp()
    await press(hands, 'action-add-to-this-computer')
    expect(await screen.findByRole('heading', { name: 'Step 3: In case you lose access to the mobile app' })).toBeInTheDocument()
    expect(shell.lastCall('add_mobile_app_to_this_computer')).toEqual({ id: 's1', replaces: null })
  })

  it('continues to step 4 with a verified backup phone', async () => {
    const hands = await toTheApp()
    await typeCode(hands, '123456')
    await press(hands, 'action-verify')
    await screen.findByTestId('step-backup-phone')
    await hands.type(screen.getByLabelText('Phone number'), '4255550155{Enter}')
    await screen.findByTestId('field-code-0')
    await typeCode(hands, '123456{Enter}')
    expect(await screen.findByRole('heading', { name: 'Step 4: Keep using your existing applications' })).toBeInTheDocument()
    expect(shell.lastCall('verify_phone')).toEqual({ verificationId: 'v1', code: '123456' })
  })

  it('needs no phone where texts are not allowed', async () => {
    shell.world.security.me.policy.verificationMethods.textMessageToPhone = false
    const hands = await toTheApp()
    await press(hands, 'action-add-to-this-computer')
    expect(await screen.findByTestId('step-existing-applications')).toBeInTheDocument()
  })
})

describe('the last step', () => {
  const toTheEnd = async () => {
    const hands = await toThePhoneCode()
    await typeCode(hands, '123456{Enter}')
    return hands
  }

  it('continues at once when the app password was copied, and ends with the registered methods', async () => {
    const hands = await toTheEnd()
    await screen.findByTestId('step-existing-applications')
    await press(hands, 'action-copy-app-password')
    await screen.findByText('Copied')
    await press(hands, 'action-next')
    expect(await screen.findByRole('heading', { name: "You're all set" })).toBeInTheDocument()
    const made = await screen.findByTestId('what-was-set-up')
    for (const text of ['Authentication phone · +1 XXXXXXXX55', 'Authenticator app · Pixel 9', 'Hardware token · Key ring', 'App password for ann-desktop']) expect(made).toHaveTextContent(text)
    expect(onEnd).not.toHaveBeenCalled()
    await press(hands, 'action-done')
    expect(onEnd).toHaveBeenCalled()
    expect(shell.lastCall('close_app_password')).toEqual({ id: 'new' })
    expect(shell.lastCall('delete_app_password')).toBeUndefined()
  })

  it('asks whether to keep an app password that was not copied, and deletes it', async () => {
    const hands = await toTheEnd()
    await screen.findByTestId('step-existing-applications')
    await press(hands, 'action-next')
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Keep this app password?' }))
    expect(screen.queryByTestId('step-all-set')).not.toBeInTheDocument()
    await hands.click(dialog.getByRole('button', { name: 'Delete' }))
    expect(await screen.findByTestId('step-all-set')).not.toHaveTextContent('App password for')
    expect(shell.lastCall('delete_app_password')).toEqual({ id: 'new' })
  })

  it('has no app password if they are not allowed', async () => {
    shell.world.appPasswords.unavailable = 'disabled_by_organization'
    await toTheEnd()
    expect(await screen.findByRole('heading', { name: "You're all set" })).toBeInTheDocument()
    expect(shell.lastCall('create_app_password')).toBeUndefined()
  })

  it('shows the next step: a second method for a person with only one', async () => {
    shell.world.security.authenticatorApps = []
    shell.world.security.hardwareTokens = []
    shell.world.security.phones = shell.world.security.phones.slice(0, 1)
    shell.world.appPasswords.suggestedNames = []
    await toTheEnd()
    const next = await screen.findByTestId('what-next')
    expect(next).toHaveTextContent('Set up a second method')
    expect(next).toHaveTextContent('Create an app password for each app')
  })
})

describe('a cancelled wizard', () => {
  it('says that nothing is saved, and ends the registration', async () => {
    const hands = await toTheApp()
    await press(hands, 'action-cancel')
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Cancel setup?' }))
    expect(dialog.getByText(/Nothing you entered has been saved/)).toBeInTheDocument()
    await hands.click(dialog.getByRole('button', { name: 'Yes' }))
    await waitFor(() => expect(onEnd).toHaveBeenCalled())
    expect(shell.lastCall('cancel_registration')).toBeDefined()
    expect(await screen.findByRole('button', { name: 'Set it up now' })).toBeInTheDocument()
  })
})

describe('a hardware token', () => {
  it('replaces the app for a person who has one', async () => {
    const hands = await theWizard()
    await hands.click(screen.getByRole('radio', { name: 'Mobile app' }))
    await hands.click(screen.getByRole('radio', { name: 'I have a hardware token' }))
    await press(hands, 'action-next')
    await screen.findByRole('heading', { name: 'Step 2: Add your hardware token' })
    expect(shell.lastCall('start_mobile_app')).toBeUndefined()
    await hands.type(screen.getByLabelText('Serial number'), '40117')
    await hands.type(screen.getByLabelText('Code on the token now'), '123456')
    await press(hands, 'action-add-token')
    expect(shell.lastCall('add_hardware_token')).toEqual({ serialNumber: '40117', code: '123456', displayName: '' })
    expect(await screen.findByRole('heading', { name: 'Step 3: In case you lose access to the mobile app' })).toBeInTheDocument()
  })
})
