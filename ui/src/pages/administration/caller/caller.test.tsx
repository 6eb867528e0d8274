// A caller is verified before help that harms the person if the caller is somebody else.

import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { shell } from '../../../../tests/made-up-shell/shell'
import { open } from '../../../../tests/render'
import AdministrationPage from '../AdministrationPage'

/** Ben's page, by somebody of the help desk. */
async function benOfTheHelpDesk() {
  const { person: own } = shell.world.status
  if (own) shell.world.status.person = { ...own, roles: ['helpDesk'] }
  for (const { caller } of shell.world.people) caller.required = true
  const { person: hands } = open(<AdministrationPage onMyPages={() => undefined} />)
  await hands.type(screen.getByTestId('field-search-people'), 'ben')
  await hands.click(await screen.findByTestId('person-row'))
  await screen.findByTestId('card-bypass')
  return hands
}

function answers(state: 'verified' | 'nobody_calls' | 'wrong_answer') {
  shell.world.callerAnswer = { ...shell.world.callerAnswer, state }
  if (state === 'verified') for (const { caller } of shell.world.people) caller.verified = [{ act: 'oneTimeBypass', untilDateTime: new Date(Date.now() + 900_000).toISOString() }]
}

const dialog = () => within(screen.getByTestId('dialog-verify-caller'))

describe('a caller', () => {
  it('is verified by the number on their own phone, and then the help is given', async () => {
    const hands = await benOfTheHelpDesk()
    expect(screen.getByTestId('notice-caller')).toHaveTextContent('Caller not verified')
    await hands.click(screen.getByTestId('person-oneTimeBypass'))
    expect(screen.getByTestId('action-confirm')).toHaveAttribute('aria-disabled', 'true')
    await hands.click(screen.getByTestId('action-verify-first'))
    expect(screen.getByTestId('caller-act-oneTimeBypass')).toBeChecked()
    await hands.click(screen.getByTestId('action-ask-caller'))
    expect(shell.lastCall('verify_caller')).toEqual({ upn: 'ben@contoso.example', request: { way: 'notification', methodId: 'device-1', acts: ['oneTimeBypass'] } })
    expect(await screen.findByTestId('caller-number')).toHaveTextContent('47')
    answers('verified')
    await hands.type(await screen.findByTestId('field-reason'), 'phone at home')
    expect(screen.queryByTestId('notice-verify-first')).toBeNull()
    await hands.click(screen.getByTestId('action-confirm'))
    await waitFor(() => expect(shell.lastCall('act_on_person')).toMatchObject({ action: 'oneTimeBypass', withoutVerification: false }))
    expect(await screen.findByTestId('notice-caller-verified')).toHaveTextContent('One-time bypass: until')
  })

  it('who reads back another word is asked again on a phone of choice', async () => {
    const hands = await benOfTheHelpDesk()
    await hands.click(screen.getByTestId('action-verify-caller'))
    expect(screen.getByTestId('action-ask-caller')).toHaveAttribute('aria-disabled', 'true')
    await hands.click(screen.getByTestId('caller-act-deleteAppPasswords'))
    expect(dialog().getByTestId('added-lately')).toHaveTextContent('If the caller could have added it, ask a colleague')
    await hands.click(screen.getByTestId('caller-text'))
    await hands.click(screen.getByTestId('action-ask-caller'))
    answers('wrong_answer')
    await hands.type(await screen.findByTestId('field-caller-word'), 'lemon{Enter}')
    expect(shell.lastCall('confirm_caller')).toEqual({ upn: 'ben@contoso.example', id: 'question-1', word: 'lemon' })
    expect(await screen.findByTestId('caller-wrong_answer')).toHaveTextContent('The caller is not verified')
    await hands.click(screen.getByTestId('action-ask-again'))
    expect(dialog().getByTestId('caller-notification')).toBeVisible()
  })

  it('whom nobody called ends the help, and the page says until when', async () => {
    const hands = await benOfTheHelpDesk()
    await hands.click(screen.getByTestId('action-verify-caller'))
    await hands.click(screen.getByTestId('caller-act-oneTimeBypass'))
    await hands.click(screen.getByTestId('action-ask-caller'))
    answers('nobody_calls')
    for (const { caller } of shell.world.people) caller.stoppedUntilDateTime = new Date(Date.now() + 3_600_000).toISOString()
    expect(await screen.findByTestId('caller-nobody_calls')).toHaveTextContent('End the call')
    expect(screen.queryByTestId('action-ask-again')).toBeNull()
    await hands.click(screen.getByTestId('action-cancel'))
    expect(await screen.findByTestId('notice-stopped')).toHaveTextContent('You cannot help callers until')
  })

  it('who cannot be verified is helped for a long reason and a short time', async () => {
    const hands = await benOfTheHelpDesk()
    await hands.click(screen.getByTestId('person-oneTimeBypass'))
    await hands.click(screen.getByTestId('field-without-verification'))
    await hands.type(screen.getByTestId('field-reason'), 'phone at home')
    expect(screen.getByTestId('action-confirm')).toHaveAttribute('aria-disabled', 'true')
    await hands.click(screen.getByTestId('field-bypass-seconds'))
    expect(await screen.findAllByRole('option')).toHaveLength(1)
    await hands.keyboard('{Escape}')
    await hands.type(screen.getByTestId('field-reason'), ', seen at the counter with a passport')
    await hands.click(screen.getByTestId('action-confirm'))
    await waitFor(() => expect(shell.lastCall('act_on_person')).toMatchObject({ seconds: 300, withoutVerification: true }))
  })
})
