// The hardware tokens of the organisation.

import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'

import { fault, shell } from '../../../../tests/made-up-shell/shell'
import { open } from '../../../../tests/render'
import { TokensPanel } from './TokensPanel'

async function theTokens() {
  const { person: hands } = open(<TokensPanel onMyPages={vi.fn()} />)
  await screen.findAllByTestId('token-row')
  return hands
}

type Hands = Awaited<ReturnType<typeof theTokens>>

const row = (serial: string) => screen.getAllByTestId('token-row').find((one) => one.textContent.includes(serial)) as HTMLElement

async function choose(hands: Hands, serial: string, act: string) {
  await hands.click(within(row(serial)).getByTestId('menu-token'))
  await hands.click(await screen.findByTestId(`token-${act}`))
}

// jsdom's files cannot be read.
const file = (name = 'tokens.csv') => Object.assign(new File(['upn'], name, { type: 'text/csv' }), { arrayBuffer: () => Promise.resolve(new ArrayBuffer(3)) })

describe('the list', () => {
  it('says whose each token is, its state and its last use', async () => {
    await theTokens()
    expect(row('2300101')).toHaveTextContent('2300101OTP c200 · Feitian · 30 secondsActivatedann@contoso.exampleUsed 2 hours ago')
    expect(row('2300103')).toHaveTextContent('Failed activationcarla@contoso.example')
    expect(row('2300104')).toHaveTextContent('Press 1 · Acme · counts its codesAvailable')
    expect(row('2300105')).toHaveTextContent('Valid until')
    expect(screen.getByTestId('tokens-found')).toHaveTextContent('5 tokens')
  })

  it('is searched and filtered, and one press shows all again', async () => {
    const hands = await theTokens()
    await hands.type(screen.getByTestId('field-search-tokens'), 'ben@')
    await waitFor(() => expect(screen.getAllByTestId('token-row')).toHaveLength(1))
    expect(shell.lastCall('token_inventory')).toEqual({ request: { search: 'ben@' } })
    await hands.click(screen.getByTestId('field-token-state'))
    await hands.click(await screen.findByRole('option', { name: 'Available' }))
    expect(await screen.findByTestId('empty-tokens')).toHaveTextContent('No token found')
    await hands.click(screen.getByTestId('action-all-tokens'))
    await waitFor(() => expect(screen.getAllByTestId('token-row')).toHaveLength(5))
  })

  it('is copied whole as CSV, and without secrets', async () => {
    const hands = await theTokens()
    await hands.click(screen.getByTestId('action-copy-tokens'))
    expect(await screen.findByText('5 tokens copied as CSV')).toBeVisible()
    const { text } = shell.lastCall('copy_text') as { text: string }
    expect(text.split('\r\n')).toHaveLength(6)
    expect(text).toContain('2300102,OTP c200,Feitian,Assigned,ben@contoso.example,')
  })

  it('that is empty offers the import', async () => {
    shell.world.tokens = []
    open(<TokensPanel onMyPages={vi.fn()} />)
    expect(await screen.findByTestId('empty-tokens')).toHaveTextContent('No hardware tokens yet')
    expect(screen.getByTestId('action-import-first')).toBeVisible()
  })

  it('is one stop of the Tab key: arrow keys move between the rows, and Enter opens the menu of one', async () => {
    const hands = await theTokens()
    const rows = screen.getAllByTestId('token-row')
    expect(rows.map((one) => one.tabIndex)).toEqual([0, -1, -1, -1, -1])
    rows[0]?.focus()
    await hands.keyboard('{ArrowDown}{ArrowDown}')
    expect(rows[2]).toHaveFocus()
    await hands.keyboard('{End}{ArrowUp}{Enter}')
    await hands.click(await screen.findByTestId('token-assign'))
    expect(await screen.findByTestId('dialog-token-assign')).toHaveTextContent('Assign token 2300104')
  })
})

describe('a token', () => {
  it('offers what its state allows', async () => {
    const hands = await theTokens()
    await hands.click(within(row('2300101')).getByTestId('menu-token'))
    expect((await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent)).toEqual(['Resynchronize', 'Unassign'])
    await hands.keyboard('{Escape}')
    await hands.click(within(row('2300104')).getByTestId('menu-token'))
    expect((await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent)).toEqual(['Activate', 'Assign', 'Resynchronize', 'Delete'])
  })

  it('is assigned to a person who is found while typing', async () => {
    const hands = await theTokens()
    await choose(hands, '2300104', 'assign')
    await hands.type(await screen.findByTestId('field-token-person'), 'ben')
    await hands.click(await screen.findByRole('option', { name: /Ben Carter/ }))
    await hands.click(screen.getByTestId('action-confirm'))
    expect(await screen.findByText('Token 2300104 assigned')).toBeVisible()
    expect(shell.lastCall('act_on_token')).toEqual({ id: 't-4', action: 'assign', body: { userPrincipalName: 'ben@contoso.example' } })
    await waitFor(() => expect(row('2300104')).toHaveTextContent('Assignedben@contoso.example'))
  })

  it('is activated for the person it is assigned to, by its code; a wrong one is asked again', async () => {
    const hands = await theTokens()
    await choose(hands, '2300102', 'activate')
    expect(await screen.findByTestId('field-token-person')).toHaveValue('ben@contoso.example')
    expect(screen.getByTestId('action-confirm')).toHaveAttribute('aria-disabled', 'true')
    await hands.type(screen.getByTestId('field-token-code'), '000000')
    await hands.click(screen.getByTestId('action-confirm'))
    expect(await screen.findByTestId('fault-incorrect_code')).toBeVisible()
    expect(screen.getByTestId('field-token-code')).toHaveValue('')
    await hands.type(screen.getByTestId('field-token-code'), '123456')
    await hands.click(screen.getByTestId('action-confirm'))
    expect(await screen.findByText('Token 2300102 activated')).toBeVisible()
    expect(shell.lastCall('act_on_token')).toEqual({ id: 't-2', action: 'activate', body: { userPrincipalName: 'ben@contoso.example', code: '123456' } })
  })

  it('is unassigned after a question that says what its holder loses', async () => {
    const hands = await theTokens()
    await choose(hands, '2300101', 'unassign')
    expect(await screen.findByTestId('dialog-token-unassign')).toHaveTextContent('ann@contoso.example can no longer sign in with it.')
    await hands.click(screen.getByTestId('action-yes'))
    await waitFor(() => expect(row('2300101')).toHaveTextContent('Available'))
  })

  it('is resynchronized by two codes', async () => {
    const hands = await theTokens()
    await choose(hands, '2300101', 'resynchronize')
    await hands.type(await screen.findByTestId('field-first-code'), '123456')
    await hands.type(screen.getByTestId('field-second-code'), '234567')
    await hands.click(screen.getByTestId('action-confirm'))
    await waitFor(() => expect(shell.lastCall('act_on_token')).toEqual({ id: 't-1', action: 'resynchronize', body: { code: '123456', nextCode: '234567' } }))
  })

  it('is deleted after a question, and the dialog keeps a refusal', async () => {
    const hands = await theTokens()
    shell.instead.remove_token = () => {
      throw fault('hardware_token_in_use')
    }
    await choose(hands, '2300104', 'remove')
    await hands.click(await screen.findByTestId('action-yes'))
    expect(await screen.findByTestId('fault-hardware_token_in_use')).toHaveTextContent('Unassign it first.')
    shell.instead = {}
    await hands.click(screen.getByTestId('action-yes'))
    await waitFor(() => expect(screen.getAllByTestId('token-row')).toHaveLength(4))
  })
})

describe('an import', () => {
  it('of a chosen file shows a verdict for every row first, those with a fault on top, and then imports', async () => {
    const hands = await theTokens()
    await hands.upload(screen.getByTestId('field-token-file'), file())
    expect(await screen.findByTestId('tokens-verdict')).toHaveTextContent('Can be imported: 2. Refused: 1. Nothing is stored yet.')
    const verdicts = screen.getAllByTestId('token-verdict').map(({ textContent }) => textContent)
    expect(verdicts).toEqual(['32300202The secret is not base32, at character 7', '22300201 · ann@contoso.exampleReady', '42300203The secret could be hexadecimal. It was read as base32.'])
    expect(shell.lastCall('import_token_file')).toBeUndefined()
    await hands.click(screen.getByTestId('action-take-tokens'))
    await waitFor(() => expect(screen.getByTestId('tokens-imported')).toHaveTextContent('2 imported, 1 refused.'))
    await hands.click(screen.getByTestId('action-take-tokens'))
    await waitFor(() => expect(screen.queryByTestId('dialog-token-import')).toBeNull())
    expect(shell.lastCall('close_token_file')).toBeDefined()
  })

  it('begins when a file is dropped on the page', async () => {
    await theTokens()
    const page = screen.getByTestId('token-inventory')
    const dataTransfer = { types: ['Files'], files: [file('dropped.csv')], dropEffect: 'none' }
    fireEvent.dragOver(page, { dataTransfer })
    expect(screen.getByTestId('drop-file')).toHaveTextContent('Drop a file here')
    fireEvent.drop(page, { dataTransfer })
    expect(await screen.findByTestId('dialog-token-import')).toHaveTextContent('Import dropped.csv')
    expect(screen.queryByTestId('drop-file')).toBeNull()
  })

  it('saves the refused rows into a folder, and says that they hold secrets', async () => {
    const hands = await theTokens()
    shell.instead.choose_folder = () => '/home/eva'
    await hands.upload(screen.getByTestId('field-token-file'), file())
    await hands.click(await screen.findByTestId('action-save-refused'))
    expect(await screen.findByText(/Saved as \/home\/eva\/refused-tokens-.*It contains secrets/)).toBeVisible()
  })

  it('of an encrypted list asks for what opens it', async () => {
    const hands = await theTokens()
    shell.instead.open_token_file = () => {
      throw fault('token_file_invalid', { reason: 'key_needed', wants: 'password' })
    }
    await hands.upload(screen.getByTestId('field-token-file'), file('tokens.pskcxml'))
    await hands.click(await screen.findByTestId('choose-key'))
    await hands.type(screen.getByTestId('field-token-secret'), '0a0b')
    await hands.click(screen.getByTestId('action-take-tokens'))
    expect(await screen.findByTestId('tokens-verdict')).toBeVisible()
    expect(shell.lastCall('unlock_token_file')).toEqual({ secret: 'key', text: '0a0b' })
  })

  it('of another file says why it cannot be read', async () => {
    const hands = await theTokens()
    shell.instead.open_token_file = () => {
      throw fault('token_file_invalid', { reason: 'wrong_header' })
    }
    await hands.upload(screen.getByTestId('field-token-file'), file())
    expect(await screen.findByTestId('fault-token_file_invalid')).toHaveTextContent('does not name the columns')
  })
})
