// Fraud and blocks.

import { screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'

import { blockRecord } from '../../../../tests/made-up-shell/blocks'
import { shell } from '../../../../tests/made-up-shell/shell'
import { open } from '../../../../tests/render'
import { BlocksPanel } from './BlocksPanel'

function thePage(administers = true) {
  shell.world.people[1]?.blocks.push(blockRecord())
  const onPerson = vi.fn()
  const { person: hands } = open(<BlocksPanel administers={administers} onPerson={onPerson} onMyPages={vi.fn()} />)
  return { hands, onPerson }
}

it('says who is blocked, by whom, why and until when, and unblocks for a reason', async () => {
  const { hands } = thePage()
  const row = await screen.findByTestId('block-row')
  expect(row).toHaveTextContent(/ben@contoso.example.*Blocked by eva@contoso.example on .*"laptop was stolen"Until/)
  await hands.click(within(row).getByTestId('action-unblock'))
  await hands.type(await screen.findByTestId('field-reason'), 'it was a mistake')
  await hands.click(screen.getByTestId('action-confirm'))
  expect(await screen.findByTestId('empty-blocks')).toHaveTextContent('Nobody is blocked.')
  await hands.click(screen.getByTestId('field-block-state'))
  await hands.click(await screen.findByRole('option', { name: 'Ended' }))
  expect(await screen.findByTestId('block-row')).toHaveTextContent('"it was a mistake"')
})

it('lists the sign-ins that were reported as fraud; a name leads to the log of that person', async () => {
  const [row] = shell.world.signInLog
  if (row) Object.assign(row, { result: 'denied', denialReason: 'fraud_reported', userPrincipalName: 'ben@contoso.example' })
  const { hands, onPerson } = thePage()
  await hands.click(await screen.findByRole('button', { name: 'ben@contoso.example' }))
  expect(onPerson).toHaveBeenCalledWith('ben@contoso.example')
})

it('says who is locked, and unlocks them', async () => {
  // The help desk finds people by their names alone.
  if (shell.world.status.person) shell.world.status.person.roles = ['administrator']
  const locked = shell.world.people[1]
  if (locked) locked.lockedUntilDateTime = new Date(Date.now() + 600_000).toISOString()
  const { hands } = thePage()
  const row = await screen.findByTestId('locked-row')
  expect(row).toHaveTextContent('ben@contoso.example')
  await hands.click(within(row).getByRole('button', { name: 'Unlock Ben Carter' }))
  expect(shell.lastCall('act_on_person')).toMatchObject({ upn: 'ben@contoso.example', action: 'unlock' })
  expect(await screen.findByTestId('empty-locked')).toHaveTextContent('Nobody is locked.')
})

it('lists who may skip the second step once, and withdraws that', async () => {
  const one = shell.world.people[1]
  if (one) one.oneTimeBypassUntilDateTime = new Date(Date.now() + 300_000).toISOString()
  const { hands } = thePage()
  const row = await screen.findByTestId('bypass-row')
  expect(row).toHaveTextContent(/ben@contoso.example.*Given by eva@contoso.example on .*"phone is at home".*left/)
  await hands.click(within(row).getByRole('button', { name: 'Withdraw the bypass of Ben Carter' }))
  expect(shell.lastCall('withdraw_bypass')).toMatchObject({ upn: 'ben@contoso.example' })
  expect(await screen.findByTestId('empty-bypasses')).toHaveTextContent('No bypass is open.')
})

it('offers an auditor no way to unblock', async () => {
  thePage(false)
  await screen.findByTestId('block-row')
  await waitFor(() => expect(screen.getByTestId('empty-reports')).toBeVisible())
  expect(screen.queryByTestId('action-unblock')).toBeNull()
  expect(screen.queryByTestId('empty-locked')).toBeNull()
})
