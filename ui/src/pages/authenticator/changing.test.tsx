import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'

import { fault, shell } from '../../../tests/made-up-shell/shell'
import { openPage } from './testing'

const order = () => screen.getAllByTestId('account-row').map(({ dataset }) => dataset.account)

async function openMenu(id: string) {
  const user = userEvent.setup({ delay: null })
  await screen.findAllByTestId('account-row')
  const row = screen.getAllByTestId('account-row').find(({ dataset }) => dataset.account === id)
  await user.click(within(row as HTMLElement).getByTestId('menu-account'))
  return user
}

describe('editing', () => {
  it('changes both names, and returns the focus', async () => {
    await openPage()
    const user = await openMenu('a2')
    await user.click(screen.getByTestId('action-edit'))
    const dialog = screen.getByTestId('dialog-edit')
    expect(screen.queryByRole('menu')).toBeNull()
    const issuer = within(dialog).getByTestId('field-issuer')
    expect(issuer).toHaveValue('GitHub')
    await user.clear(issuer)
    await user.type(issuer, ' Codeberg {Enter}')
    expect(shell.lastCall('edit_account')).toEqual({ id: 'a2', edit: { issuer: 'Codeberg', account: 'ann', note: '', tags: [] } })
    expect(await screen.findByText('Codeberg')).toBeInTheDocument()
    expect(screen.queryByTestId('dialog-edit')).toBeNull()
    await waitFor(() => expect(screen.getAllByTestId('account-row')[1]).toContainElement(document.activeElement as HTMLElement))
  })

  it('keeps the input after a refusal', async () => {
    await openPage()
    shell.instead.edit_account = () => {
      throw fault('account_name_too_long')
    }
    const user = await openMenu('a2')
    await user.click(screen.getByTestId('action-edit'))
    await user.type(screen.getByTestId('field-account'), '@example')
    await user.click(screen.getByTestId('action-save-account'))
    expect(await screen.findByTestId('fault-account_name_too_long')).toBeInTheDocument()
    expect(screen.getByTestId('field-account')).toHaveValue('ann@example')
  })
})

describe('deleting', () => {
  it('asks nothing, moves the focus to the neighbour, and can be undone', async () => {
    await openPage()
    const user = await openMenu('a1')
    await user.click(screen.getByTestId('action-delete'))
    await waitFor(() => expect(order()).toEqual(['a2', 'a3', 'a4']))
    expect(screen.queryByRole('dialog')).toBeNull()
    await waitFor(() => expect(screen.getAllByTestId('account-row')[0]).toContainElement(document.activeElement as HTMLElement))
    expect(screen.getByTestId('announcer')).toHaveTextContent('Contoso, ann@contoso.example moved to the trash')
    await user.click(await screen.findByTestId('action-undo'))
    await waitFor(() => expect(order()).toContain('a1'))
    await waitFor(() => expect(screen.queryByTestId('action-undo')).toBeNull())
    expect(shell.lastCall('restore_accounts')).toEqual({ ids: ['a1'] })
  })

  it('can no longer be undone here after the bar is closed', async () => {
    await openPage()
    const user = await openMenu('a1')
    await user.click(screen.getByTestId('action-delete'))
    await screen.findByTestId('action-undo')
    await user.click(screen.getByTestId('action-close-undo'))
    expect(screen.queryByTestId('action-undo')).toBeNull()
    await waitFor(() => expect(screen.getAllByTestId('account-row')[0]).toContainElement(document.activeElement as HTMLElement))
    await user.keyboard('{Control>}z{/Control}')
    expect(order()).not.toContain('a1')
  })

  it('can no longer be undone here after the trash was opened, where it may be erased', async () => {
    await openPage()
    const user = await openMenu('a1')
    await user.click(screen.getByTestId('action-delete'))
    await screen.findByTestId('action-undo')
    await user.click(screen.getByTestId('menu-view'))
    await user.click(await screen.findByTestId('action-trash'))
    expect(await screen.findByTestId('dialog-trash')).toBeInTheDocument()
    expect(screen.queryByTestId('action-undo')).toBeNull()
  })

  it('can be undone with Ctrl+Z', async () => {
    await openPage()
    const user = await openMenu('a3')
    await user.click(screen.getByTestId('action-delete'))
    await waitFor(() => expect(order()).not.toContain('a3'))
    await screen.findByTestId('action-undo')
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(order()).toContain('a3'))
  })

  it('that fails shows the error, and the account stays', async () => {
    await openPage()
    shell.instead.delete_accounts = () => {
      throw fault('vault_not_saved')
    }
    const user = await openMenu('a1')
    await user.click(screen.getByTestId('action-delete'))
    expect(await screen.findByTestId('fault-vault_not_saved')).toBeInTheDocument()
    expect(order()).toContain('a1')
    expect(screen.queryByTestId('action-undo')).toBeNull()
  })
})
