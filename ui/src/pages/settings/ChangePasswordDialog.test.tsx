// Changing the password.

import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { shell } from '../../../tests/made-up-shell/shell'
import { open } from '../../../tests/render'
import { AccountCard } from './AccountCard'

function theCard(required = false) {
  const person = shell.world.status.person
  if (!person) throw new Error('somebody is signed in')
  return open(<AccountCard person={{ ...person, registration: { required, reasons: [] } }} />).person
}

async function theDialog() {
  const person = theCard()
  await person.click(screen.getByTestId('action-open-change-password'))
  return { person, dialog: within(await screen.findByTestId('dialog-change-password')) }
}

describe('changing the password', () => {
  it('deletes app passwords too unless they are to be kept', async () => {
    const { person, dialog } = await theDialog()
    expect(dialog.getByLabelText('Also delete my app passwords')).toBeChecked()
    await person.type(dialog.getByLabelText('Current password'), 'correct horse')
    await person.type(dialog.getByLabelText('New password'), 'battery staple{Enter}')
    expect(await screen.findByText('Password changed')).toBeInTheDocument()
    expect(shell.lastCall('change_password')).toEqual({ currentPassword: 'correct horse', newPassword: 'battery staple', deleteAppPasswords: true })
    expect(screen.queryByTestId('dialog-change-password')).not.toBeInTheDocument()
  })

  it('keeps what was typed when it is wrong, and says why', async () => {
    const { person, dialog } = await theDialog()
    await person.click(dialog.getByLabelText('Also delete my app passwords'))
    await person.type(dialog.getByLabelText('Current password'), 'correct horse')
    await person.type(dialog.getByLabelText('New password'), 'short{Enter}')
    expect(await dialog.findByTestId('fault-password_invalid')).toHaveTextContent('It is shorter than 8 characters.')
    expect(dialog.getByLabelText('New password')).toHaveValue('short')
    expect(shell.lastCall('change_password')).toMatchObject({ deleteAppPasswords: false })
  })

  it('says at the field what is wrong with it, until something else is typed there', async () => {
    const { person, dialog } = await theDialog()
    const current = dialog.getByLabelText('Current password')
    await person.type(current, 'wrong')
    await person.type(dialog.getByLabelText('New password'), 'battery staple{Enter}')
    expect(await dialog.findByTestId('fault-wrong_password')).toBeInTheDocument()
    expect(current).toBeInvalid()
    expect(dialog.getByLabelText('New password')).toBeValid()
    await person.type(dialog.getByLabelText('New password'), 's')
    expect(dialog.getByTestId('fault-wrong_password')).toBeInTheDocument()
    await person.type(current, 'x')
    expect(dialog.queryByTestId('fault-wrong_password')).not.toBeInTheDocument()
    expect(current).toBeValid()
  })

  it('is not offered while registration is owed', () => {
    theCard(true)
    expect(screen.queryByTestId('action-open-change-password')).not.toBeInTheDocument()
  })
})
