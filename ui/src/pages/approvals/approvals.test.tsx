// Requests to approve: the card above every page, the steps after a report of fraud, the accounts, and the repair.

import { act, screen, waitFor, within } from '@testing-library/react'
import { useState, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'

import { fault, shell } from '../../../tests/made-up-shell/shell'
import { open } from '../../../tests/render'
import type { PendingRequest } from '../../backend/approvals'
import { NumberToMatch } from '../../components/NumberToMatch'
import { ApprovalLayer } from './ApprovalLayer'
import { ApprovalsPage } from './ApprovalsPage'

const request = (id: string, more = {}) => ({
  id,
  purpose: 'sign_in' as const,
  userPrincipalName: 'ann@contoso.example',
  organization: 'Contoso',
  application: 'Proofup',
  caller: null,
  clientAddress: '203.0.113.7',
  createdDateTime: new Date().toISOString(),
  expiresInSeconds: 60,
  ...more,
})
const account = (more = {}) => ({ id: 'd1', issuer: 'Contoso', account: 'ann@contoso.example', state: 'ready' as const, keyInVault: false, ...more })

/** The layer, and a window with the postponed requests. */
function Layer({ onSecurity, below }: { onSecurity: () => void; below?: ReactNode }) {
  const [aside, setAside] = useState<ReadonlySet<string>>(new Set())
  return (
    <>
      {below}
      <button onClick={() => setAside(new Set())}>bring back</button>
      <ApprovalLayer onSecurity={onSecurity} aside={aside} onAside={(id) => setAside(new Set([id]))} />
    </>
  )
}

async function aRequestWaits(...requests: PendingRequest[]) {
  shell.world.approvals = { requests: requests.length > 0 ? requests : [request('r1')], accounts: [account()] }
  let led = 0
  const { person } = open(<Layer onSecurity={() => (led += 1)} />)
  await screen.findByTestId('card-approval')
  return { person, led: () => led }
}

describe('a request that this window caused', () => {
  it('shows the number that it covers', async () => {
    shell.world.approvals = { requests: [request('r1')], accounts: [account()] }
    open(<Layer onSecurity={() => undefined} below={<NumberToMatch number="42" account=" Ann@contoso.example" />} />)
    expect(await screen.findByTestId('own-number')).toHaveTextContent('42')
  })

  it.each([
    ['somebody else signs in here', <NumberToMatch key="n" number="42" account="ben@contoso.example" />],
    ['a device is tested here', <NumberToMatch key="n" number="42" account={null} />],
  ])('is none while %s', async (_, below) => {
    shell.world.approvals = { requests: [request('r1')], accounts: [account()] }
    open(<Layer onSecurity={() => undefined} below={below} />)
    await screen.findByTestId('card-approval')
    expect(screen.queryByTestId('own-number')).not.toBeInTheDocument()
  })
})

describe('a question of the help desk', () => {
  const asked = () => ({ ...request('r1'), purpose: 'caller' as const, caller: { agentName: 'Gita Rao', agent: 'gita@contoso.example', acts: ['requireReregistration' as const] } })

  it('names who asks and what will be done, and is confirmed with the number that is heard', async () => {
    const { person } = await aRequestWaits(asked())
    expect(screen.getByTestId('card-approval')).toHaveTextContent('Are you talking to the help desk?')
    expect(screen.getByTestId('caller-question')).toHaveTextContent('Gita Rao (gita@contoso.example)')
    expect(screen.getByTestId('caller-question')).toHaveTextContent('Delete your verification methods')
    expect(shell.lastCall('show_notification')).toMatchObject({ title: 'Are you talking to the help desk?' })
    await person.type(screen.getByTestId('field-number'), '47')
    await person.click(screen.getByRole('button', { name: 'Confirm' }))
    expect(shell.lastCall('decide_request')).toEqual({ id: 'r1', choice: 'approve', number: '47' })
  })

  it('is reported by who calls nobody, without a word about passwords', async () => {
    const { person } = await aRequestWaits(asked())
    await person.click(screen.getByRole('button', { name: 'Nobody is calling me' }))
    expect(shell.lastCall('decide_request')).toEqual({ id: 'r1', choice: 'report_fraud', number: null })
    expect(await screen.findByText(/Reported\. They can't change/)).toBeInTheDocument()
    expect(screen.queryByTestId('card-after-fraud')).not.toBeInTheDocument()
  })
})

describe('a request that is postponed', () => {
  it.each(['Not now', 'Escape'])('by %s waits, and can be shown again', async (way) => {
    const { person } = await aRequestWaits()
    if (way === 'Escape') await person.keyboard('{Escape}')
    else await person.click(screen.getByRole('button', { name: way }))
    await waitFor(() => expect(screen.queryByTestId('card-approval')).not.toBeInTheDocument())
    expect(shell.lastCall('decide_request')).toBeUndefined()
    await person.click(await screen.findByRole('button', { name: 'bring back' }))
    expect(await screen.findByTestId('card-approval')).toBeInTheDocument()
  })
})

describe('the card of a request', () => {
  it('shows person, app and origin, with one desktop notification', async () => {
    await aRequestWaits()
    const facts = screen.getByTestId('approval-facts')
    expect(facts).toHaveTextContent('ann@contoso.example · Contoso')
    expect(facts).toHaveTextContent('Proofup')
    expect(facts).toHaveTextContent('203.0.113.7')
    act(() => shell.emit('approvals-changed'))
    await waitFor(() => expect(shell.calls.filter(({ command }) => command === 'approvals').length).toBeGreaterThan(1))
    expect(shell.calls.filter(({ command }) => command === 'show_notification')).toHaveLength(1)
    expect(shell.lastCall('show_notification')).toEqual({ title: 'Approve sign-in?', text: 'ann@contoso.example is signing in to Proofup. Open Proofup to answer.' })
  })

  it('approves only with two digits', async () => {
    const { person } = await aRequestWaits()
    await waitFor(() => expect(screen.getByTestId('field-number')).toHaveFocus())
    expect(screen.getByTestId('action-approve')).toHaveAccessibleDescription('Enter the two digits first')
    await person.type(screen.getByTestId('field-number'), '4x2{Enter}')
    expect(shell.lastCall('decide_request')).toEqual({ id: 'r1', choice: 'approve', number: '42' })
    expect((await screen.findAllByText('Request approved')).length).toBeGreaterThan(0)
    await waitFor(() => expect(screen.queryByTestId('card-approval')).not.toBeInTheDocument())
  })

  it('denies without a number', async () => {
    const { person } = await aRequestWaits()
    await person.click(screen.getByTestId('action-deny'))
    expect(shell.lastCall('decide_request')).toEqual({ id: 'r1', choice: 'deny', number: null })
  })

  it('keeps a request that could not be answered, and says why', async () => {
    shell.instead.decide_request = () => {
      throw fault('service_unreachable')
    }
    const { person } = await aRequestWaits()
    await person.click(screen.getByTestId('action-deny'))
    expect(await screen.findByTestId('fault-service_unreachable')).toBeInTheDocument()
    expect(screen.getByTestId('card-approval')).toBeInTheDocument()
  })

  it('are shown one by one, the oldest first', async () => {
    const { person } = await aRequestWaits(request('r1'), request('r2', { clientAddress: null }))
    expect(screen.getByText('1 more request is waiting')).toBeInTheDocument()
    await person.click(screen.getByTestId('action-deny'))
    expect(await screen.findByText('An unknown address')).toBeInTheDocument()
  })

  it('of a test cannot be reported', async () => {
    await aRequestWaits(request('r1', { purpose: 'test' }))
    expect(screen.getByRole('heading', { name: 'Approve this test?' })).toBeInTheDocument()
    expect(screen.queryByTestId('action-report-fraud')).not.toBeInTheDocument()
  })
})

describe("*It wasn't me*", () => {
  it('leads to what protects the account now', async () => {
    const { person, led } = await aRequestWaits()
    await person.click(screen.getByTestId('action-report-fraud'))
    expect(shell.lastCall('decide_request')).toEqual({ id: 'r1', choice: 'report_fraud', number: null })
    await screen.findByTestId('card-after-fraud')
    await person.click(screen.getByTestId('action-open-change-password'))
    const dialog = within(await screen.findByTestId('dialog-change-password'))
    await person.type(dialog.getByLabelText('Current password'), 'correct horse')
    await person.type(dialog.getByLabelText('New password'), 'battery staple{Enter}')
    expect(await screen.findByTestId('done-change-password')).toBeInTheDocument()
    expect(shell.lastCall('change_password')).toMatchObject({ newPassword: 'battery staple' })
    await person.click(screen.getByTestId('action-delete-app-passwords'))
    expect(shell.lastCall('delete_all_app_passwords')).toBeUndefined()
    await person.click(within(await screen.findByTestId('dialog-delete-app-passwords')).getByTestId('action-yes'))
    expect(await screen.findByTestId('done-delete-app-passwords')).toBeInTheDocument()
    expect(shell.lastCall('delete_all_app_passwords')).toBeDefined()
    await person.click(screen.getByTestId('action-sign-out-everywhere'))
    expect(shell.lastCall('sign_out_everywhere_else')).toBeDefined()
    expect(await screen.findAllByText('Done')).toHaveLength(3)
    await person.click(screen.getByTestId('action-register-again'))
    expect(led()).toBe(1)
    expect(screen.queryByTestId('approval-layer')).not.toBeInTheDocument()
  })

  it('says that the person has to sign in first', async () => {
    shell.world.status = { ...shell.world.status, person: null, connection: 'signedOut' }
    const { person } = await aRequestWaits()
    await person.click(screen.getByTestId('action-report-fraud'))
    expect(await screen.findByTestId('action-sign-out-everywhere')).toHaveAccessibleDescription('Sign in on the Security page first')
    expect(screen.getByTestId('action-open-change-password')).toHaveAccessibleDescription('Sign in on the Security page first')
  })

  it('does not affect another person who is signed in here', async () => {
    const { person } = await aRequestWaits(request('r1', { userPrincipalName: 'somebody.else@contoso.example' }))
    await person.click(screen.getByTestId('action-report-fraud'))
    expect(await screen.findByTestId('action-delete-app-passwords')).toHaveAccessibleDescription('Sign in on the Security page first')
  })
})

describe('the Approvals page', () => {
  it('explains itself while this computer has no registered account', async () => {
    open(<ApprovalsPage onSecurity={() => undefined} />)
    expect(await screen.findByTestId('empty-approvals')).toHaveTextContent("This computer doesn't approve sign-ins yet")
  })

  it('adds an account by its QR code, which fills the field', async () => {
    const { person } = open(<ApprovalsPage onSecurity={() => undefined} />)
    await person.click(await screen.findByTestId('action-add-device-account'))
    const bytes = new Uint8Array([0x89, 0x50])
    const picture = Object.assign(new File([bytes], 'code.png', { type: 'image/png' }), { arrayBuffer: () => Promise.resolve(bytes.buffer) })
    await person.upload(screen.getByTestId('field-scan-pictures'), picture)
    expect(screen.getByLabelText('Code or link')).toHaveValue('proofup://activate?code=k7mf-2c9w&url=https%3A%2F%2Fverify.contoso.example')
    expect(screen.queryByLabelText('URL')).not.toBeInTheDocument()
    await person.click(screen.getByTestId('action-add'))
    expect(shell.lastCall('activate_device')).toMatchObject({ url: '' })
  })

  it('says below Scan that a picture has no such code', async () => {
    const { person } = open(<ApprovalsPage onSecurity={() => undefined} />)
    await person.click(await screen.findByTestId('action-add-device-account'))
    await person.click(screen.getByTestId('menu-scan'))
    await person.click(await screen.findByTestId('action-scan-clipboard'))
    const told = await screen.findByTestId('fault-picture_without_link')
    expect(told.closest('.fui-Field')).toContainElement(screen.getByTestId('menu-scan'))
  })

  it('adds an account by link, or by code and URL, and says when the code is used up', async () => {
    const { person } = open(<ApprovalsPage onSecurity={() => undefined} />)
    await person.click(await screen.findByTestId('action-add-device-account'))
    const dialog = within(await screen.findByRole('dialog', { name: 'Add an account' }))
    await person.type(dialog.getByLabelText('Code or link'), 'used')
    expect(dialog.getByTestId('action-add')).toHaveAccessibleDescription('Enter the link, or the code and the URL')
    await person.type(dialog.getByLabelText('URL'), 'https://verify.contoso.example')
    await person.click(dialog.getByTestId('action-add'))
    expect(await dialog.findByTestId('fault-activation_code_used')).toHaveTextContent('already been used')
    await person.clear(dialog.getByLabelText('Code or link'))
    await person.type(dialog.getByLabelText('Code or link'), 'proofup://activate?code=k7mf&url=x')
    await person.click(dialog.getByTestId('action-add'))
    expect(shell.lastCall('activate_device')).toEqual({ code: 'proofup://activate?code=k7mf&url=x', url: '' })
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  })

  it('repairs a registration that is gone in three steps', async () => {
    shell.world.approvals.accounts = [account({ state: 'not_activated' })]
    const { person } = open(<ApprovalsPage onSecurity={() => undefined} />)
    expect(await screen.findByTestId('device-not_activated')).toHaveTextContent('No longer registered')
    await person.click(screen.getByTestId('action-repair'))
    const dialog = within(await screen.findByRole('dialog', { name: 'Set up this device again' }))
    expect(dialog.getByText(/Authentication request is not for an activated account/)).toBeInTheDocument()
    await person.click(dialog.getByTestId('action-repair-remove'))
    expect(shell.lastCall('remove_device')).toEqual({ id: 'd1' })
    await waitFor(() => expect(shell.lastCall('use_this_computer')).toEqual({ id: 'd1' }))
    shell.world.pushSetup = { state: 'activated', deviceName: 'desk', testOutcome: null }
    expect(await dialog.findByTestId('number-to-match')).toHaveTextContent('42')
    shell.world.pushSetup = { state: 'verified', deviceName: 'desk', testOutcome: 'approved' }
    await dialog.findByTestId('action-close')
    expect(dialog.getByText('Mobile app has been configured for notifications and verification codes.')).toBeInTheDocument()
  })
})
