import { screen, waitFor } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'

import { shell } from '../../../../tests/made-up-shell/shell'
import { accountRow, callsOf, openPage } from '../testing'

async function openDialog(): Promise<UserEvent> {
  await openPage((world) => {
    world.authenticator.accounts = [accountRow('1', 'GitHub', 'ann'), accountRow('2', 'Bank', 'ann')]
  })
  shell.instead.choose_folder = () => '/home/ann/Documents'
  const user = userEvent.setup()
  await user.click(await screen.findByTestId('menu-view'))
  await user.click(screen.getByTestId('action-export-file'))
  await screen.findByTestId('dialog-export')
  return user
}

describe('an export', () => {
  it('is encrypted unless the person chooses otherwise, and wants the password twice', async () => {
    const user = await openDialog()
    shell.instead.export_accounts = () => ({ file: '/home/ann/Documents/proofup.age', leftOut: [] })
    await user.type(screen.getByTestId('field-export-password'), 'long enough')
    await user.click(screen.getByTestId('action-export'))
    expect(callsOf('export_accounts')).toBe(0)
    await user.type(screen.getByTestId('field-export-again'), 'long enough')
    await user.click(screen.getByTestId('action-export'))
    expect(await screen.findByTestId('export-result')).toHaveTextContent('/home/ann/Documents/proofup.age')
    expect(shell.lastCall('export_accounts')).toEqual({ kind: 'encrypted', ids: null, password: 'long enough', folder: '/home/ann/Documents' })
  })

  it('in clear says so and asks twice', async () => {
    const user = await openDialog()
    shell.instead.export_accounts = () => ({ file: '/home/ann/Documents/proofup.2fas', leftOut: ['Odd dora'] })
    await user.click(screen.getByTestId('choice-2fas'))
    await user.click(screen.getByTestId('action-export'))
    expect(screen.getByTestId('export-warning')).toHaveTextContent('Anyone who has it can make your codes')
    expect(callsOf('export_accounts')).toBe(0)
    await user.click(screen.getByTestId('action-export'))
    expect(await screen.findByTestId('dialog-export')).toHaveTextContent('Odd dora')
    expect(shell.lastCall('export_accounts')).toMatchObject({ kind: '2fas', password: null })
  })

  it('as a KeePass database wants a password', async () => {
    const user = await openDialog()
    shell.instead.export_accounts = () => ({ file: '/home/ann/Documents/proofup.kdbx', leftOut: [] })
    await user.click(screen.getByTestId('choice-kdbx'))
    await user.click(screen.getByTestId('action-export'))
    expect(callsOf('export_accounts')).toBe(0)
    await user.type(screen.getByTestId('field-export-password'), 'long enough')
    await user.type(screen.getByTestId('field-export-again'), 'long enough')
    await user.click(screen.getByTestId('action-export'))
    expect(await screen.findByTestId('dialog-export')).toHaveTextContent('Keep the password')
    expect(shell.lastCall('export_accounts')).toMatchObject({ kind: 'kdbx', password: 'long enough' })
  })

  it('as a sheet asks twice and says what to do with the paper', async () => {
    const user = await openDialog()
    shell.instead.export_accounts = () => ({ file: '/home/ann/Documents/proofup.html', leftOut: [] })
    await user.click(screen.getByTestId('choice-sheet'))
    await user.click(screen.getByTestId('action-export'))
    expect(screen.getByTestId('export-warning')).toBeInTheDocument()
    await user.click(screen.getByTestId('action-export'))
    expect(await screen.findByTestId('export-result')).toBeInTheDocument()
    expect(screen.getByTestId('dialog-export')).toHaveTextContent('Print it')
    expect(shell.lastCall('export_accounts')).toMatchObject({ kind: 'sheet', password: null })
  })

  it('into no folder writes nothing and stays open', async () => {
    const user = await openDialog()
    shell.instead.choose_folder = () => null
    await user.click(screen.getByTestId('choice-links'))
    await user.click(screen.getByTestId('action-export'))
    await user.click(screen.getByTestId('action-export'))
    await waitFor(() => expect(callsOf('choose_folder')).toBe(1))
    expect(callsOf('export_accounts')).toBe(0)
    expect(screen.getByTestId('dialog-export')).toBeInTheDocument()
  })
})
