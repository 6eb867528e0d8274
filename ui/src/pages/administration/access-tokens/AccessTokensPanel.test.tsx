// Tokens of programs.

import { screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'

import { shell } from '../../../../tests/made-up-shell/shell'
import { open } from '../../../../tests/render'
import { AccessTokensPanel } from './AccessTokensPanel'

const thePage = () => open(<AccessTokensPanel onMyPages={vi.fn()} />).person
const rows = () => screen.findAllByTestId('access-token-row')

async function fill(hands: ReturnType<typeof thePage>, name: string) {
  await hands.type(await screen.findByTestId('field-token-name'), name)
  await hands.click(screen.getByTestId('scope-reports_read'))
}

it('the list says what each token may do, who created it, its last use, and why one is not usable', async () => {
  thePage()
  const [unusable, siem] = await rows()
  expect(siem).toHaveTextContent(/SIEMRead the sign-in log · Read the audit logUsed 2 minutes ago from 10.0.0.7 · Created by ann@contoso.example on .*Valid until/)
  expect(unusable).toHaveTextContent(/Add new colleaguesChange peopleNever used.*Not usable: dan@contoso.example is not an administrator/)
})

it('a new token needs a name and a scope, is shown once, and copied; closing it without copying asks once', async () => {
  shell.world.accessTokens = []
  const hands = thePage()
  await hands.click(await screen.findByTestId('action-create-first-token'))
  expect(await screen.findByTestId('action-confirm')).toHaveAttribute('aria-disabled', 'true')
  await fill(hands, 'Billing')
  await hands.click(screen.getByTestId('field-token-life'))
  await hands.click(await screen.findByRole('option', { name: /After 30 days/ }))
  await hands.click(screen.getByTestId('action-confirm'))
  expect(await screen.findByTestId('access-token')).toHaveTextContent('pfm_k7mf2wqxp9ca')
  expect(shell.lastCall('create_access_token')).toEqual({ displayName: 'Billing', scopes: ['reports.read'], expiresInDays: 30 })
  await hands.click(screen.getByTestId('action-close'))
  expect(await screen.findByTestId('notice-not-copied')).toBeVisible()
  await hands.click(screen.getByTestId('action-copy-token'))
  expect(shell.lastCall('copy_access_token')).toEqual({ id: 'at-new' })
  await hands.click(screen.getByTestId('action-close'))
  await waitFor(() => expect(shell.lastCall('close_access_token')).toEqual({ id: 'at-new' }))
  expect(await rows()).toHaveLength(1)
})

it('a name that another token has is refused at its field, and the form stays', async () => {
  const hands = thePage()
  await hands.click(await screen.findByTestId('action-create-token'))
  await fill(hands, 'SIEM')
  await hands.click(screen.getByTestId('action-confirm'))
  expect(await screen.findByTestId('fault-access_token_name_taken')).toBeVisible()
  expect(screen.getByTestId('field-token-name')).toHaveValue('SIEM')
})

it('a token is revoked after a question that names its last use', async () => {
  const hands = thePage()
  const siem = (await rows())[1] as HTMLElement
  await hands.click(within(siem).getByTestId('action-revoke-token'))
  expect(await screen.findByTestId('dialog-revoke-token')).toHaveTextContent('Used 2 minutes ago from 10.0.0.7')
  await hands.click(screen.getByTestId('action-yes'))
  expect(await screen.findByText('SIEM revoked')).toBeVisible()
  await waitFor(() => expect(screen.getAllByTestId('access-token-row')).toHaveLength(1))
})
