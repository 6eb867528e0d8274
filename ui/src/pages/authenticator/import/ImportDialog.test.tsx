import { createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'

import { fault, shell } from '../../../../tests/made-up-shell/shell'
import { accountRow, callsOf, openPage } from '../testing'

const bytes = new Uint8Array([0x7b])
/** jsdom cannot read files this way. */
const exported = (name = 'aegis.json', type = 'application/json') => Object.assign(new File([bytes], name, { type }), { arrayBuffer: () => Promise.resolve(bytes.buffer) })
const row = (number: number, verdict: string, issuer: string, more = {}) => ({
  number,
  verdict,
  issuer,
  account: 'ann',
  kind: 'totp',
  algorithm: 'SHA1',
  digits: 6,
  period: 30,
  counter: null,
  existing: null,
  renames: false,
  tags: [],
  warnings: [],
  ...more,
})
const preview = (entries: unknown[], more = {}) => ({ format: 'aegis', formatName: 'Aegis', read: entries.length, entries, rejected: [], notices: [], ...more })

async function drop(file: File, answer: () => unknown) {
  await openPage((world) => {
    world.authenticator.accounts = [accountRow('1', 'GitHub', 'ann'), accountRow('2', 'Bank', 'ann')]
  })
  await screen.findByTestId('action-add-account')
  shell.instead.open_import = answer
  const event = createEvent.drop(window)
  Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], files: [file] } })
  fireEvent(window, event)
  return userEvent.setup()
}

describe('an export file', () => {
  it('that is dropped has a preview, and the chosen accounts are added', async () => {
    const user = await drop(exported(), () =>
      preview([row(1, 'new', 'GitLab'), row(2, 'same', 'GitHub', { existing: 'GitHub ann' }), row(4, 'new', 'Shop')], {
        read: 4,
        rejected: [{ number: 3, name: 'Phone', fault: fault('link_kind_unknown', { value: 'motp' }) }],
      }),
    )
    const summary = await screen.findByTestId('import-summary')
    expect(summary).toHaveTextContent("Aegis: 4 read, 2 new, 1 already there, 1 can't be used")
    expect(screen.getByTestId('import-rejected')).toHaveTextContent('No. 3, Phone')
    expect(screen.getAllByTestId('import-row').map((item) => within(item).getByRole<HTMLInputElement>('checkbox').checked)).toEqual([true, false, true])
    await user.click(screen.getByRole('checkbox', { name: /Shop/ }))
    shell.instead.take_import = () => ({ read: 4, added: 1, changed: 0, same: 1, leftOut: 1, unusable: 1 })
    await user.click(screen.getByTestId('action-import'))
    expect(shell.lastCall('take_import')).toEqual({ chosen: [1] })
    expect(await screen.findByTestId('import-result')).toHaveTextContent("4 read, 1 added, 1 already there, 1 left out, 1 can't be used")
    shell.instead.undo_import = () => null
    await user.click(screen.getByTestId('action-undo-import'))
    await waitFor(() => expect(screen.queryByTestId('dialog-import')).toBeNull())
    expect(callsOf('undo_import')).toBe(1)
  })

  it('that is encrypted asks for its password until it is right', async () => {
    const user = await drop(exported(), () => {
      throw fault('import_password_needed', { format: 'Aegis' })
    })
    const field = await screen.findByTestId('field-import-password')
    expect(screen.getByTestId('dialog-import')).toHaveTextContent('This Aegis file is encrypted.')
    shell.instead.unlock_import = () => {
      throw fault('import_password_wrong', { format: 'Aegis' })
    }
    await user.type(field, 'wrong{Enter}')
    expect(await screen.findByText(/This isn't the file's password/)).toBeInTheDocument()
    shell.instead.unlock_import = () => preview([row(1, 'new', 'GitLab')])
    await user.clear(screen.getByTestId('field-import-password'))
    await user.type(screen.getByTestId('field-import-password'), 'right{Enter}')
    expect(await screen.findByTestId('import-row')).toHaveTextContent('GitLab')
    expect(shell.lastCall('unlock_import')).toEqual({ password: 'right', muchMemory: false })
  })

  it('that needs much memory is opened only after a confirmation', async () => {
    const user = await drop(exported(), () => {
      throw fault('import_memory', { format: 'Ente Auth', megabytes: 1024 })
    })
    expect(await screen.findByTestId('fault-import_memory')).toHaveTextContent('1,024 MB')
    shell.instead.unlock_import = () => preview([row(1, 'new', 'GitLab')])
    await user.click(screen.getByTestId('action-allow-memory'))
    expect(shell.lastCall('unlock_import')).toMatchObject({ muchMemory: true })
  })

  it('of an unknown format shows an error with the next step, and Cancel forgets the file', async () => {
    const user = await drop(exported('notes.txt', 'text/plain'), () => {
      throw fault('import_unrecognised')
    })
    expect(await screen.findByTestId('fault-import_unrecognised')).toHaveTextContent('export your accounts in its own format')
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByTestId('dialog-import')).toBeNull())
    expect(callsOf('cancel_import')).toBe(1)
  })

  it('can be chosen in the menu too', async () => {
    await openPage((world) => {
      world.authenticator.accounts = [accountRow('1', 'GitHub', 'ann'), accountRow('2', 'Bank', 'ann')]
    })
    const user = userEvent.setup()
    shell.instead.open_import = () => preview([row(1, 'new', 'GitLab', { warnings: ['parameters_assumed'] })], { notices: [{ code: 'without_code', count: 3 }] })
    await user.click(await screen.findByTestId('menu-view'))
    expect(screen.getByTestId('action-import-file')).toHaveTextContent('Import a file…')
    await user.upload(screen.getByTestId('field-import-file'), exported())
    expect(await screen.findByTestId('import-row')).toHaveTextContent("The file doesn't say how the codes are made")
    expect(screen.getByTestId('dialog-import')).toHaveTextContent('Entries without a code, such as cards and notes: 3')
  })
})
