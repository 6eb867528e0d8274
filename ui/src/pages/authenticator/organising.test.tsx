import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'

import { fault, shell } from '../../../tests/made-up-shell/shell'
import type { World } from '../../../tests/made-up-shell/world'
import { accountRow, openPage } from './testing'

const rows = () => screen.getAllByTestId('account-row')
const order = () => rows().map(({ dataset }) => dataset.account)
const row = (id: string) => within(rows().find(({ dataset }) => dataset.account === id) as HTMLElement)

async function open(setUp?: (world: World) => void) {
  const user = userEvent.setup({ delay: null })
  await openPage(setUp)
  await screen.findAllByTestId('account-row')
  return user
}

async function fromMenu(user: ReturnType<typeof userEvent.setup>, item: string) {
  await user.click(screen.getByTestId('menu-view'))
  await user.click(await screen.findByTestId(item))
}

const tagged = (world: World) => {
  world.authenticator.accounts = [
    accountRow('a', 'Contoso', 'ann', { tags: ['Work'], note: 'badge number 7' }),
    accountRow('b', 'GitHub', 'ann', { tags: ['Work', 'Code'] }),
    accountRow('c', 'Bank', 'ann', { uses: 9 }),
  ]
}

describe('tags', () => {
  it('filter the accounts, and are shown on the rows', async () => {
    const user = await open(tagged)
    expect(row('b').getAllByTestId('tag').map((tag) => tag.textContent)).toEqual(['Work', 'Code'])
    const [code, work] = screen.getAllByTestId('tag-filter')
    expect(code).toHaveTextContent('Code1')
    await user.click(work as HTMLElement)
    expect(order()).toEqual(['a', 'b'])
    expect(work).toHaveAttribute('aria-pressed', 'true')
    await user.click(screen.getByTestId('tag-all'))
    expect(order()).toEqual(['a', 'b', 'c'])
  })

  it('are added, removed and created while editing, with a note', async () => {
    const user = await open(tagged)
    await user.click(row('a').getByTestId('menu-account'))
    await user.click(screen.getByTestId('action-edit'))
    const dialog = within(screen.getByTestId('dialog-edit'))
    expect(dialog.getAllByTestId('tag-choice').map((tag) => [tag.textContent, tag.getAttribute('aria-pressed')])).toEqual([['Code', 'false'], ['Work', 'true']])
    await user.click(dialog.getByText('Work'))
    await user.type(dialog.getByTestId('field-tag'), ' code {Enter}Travel{Enter}')
    await user.clear(dialog.getByTestId('field-note'))
    await user.type(dialog.getByTestId('field-note'), 'in the safe')
    await user.click(dialog.getByTestId('action-save-account'))
    expect(shell.lastCall('edit_account')).toEqual({ id: 'a', edit: { issuer: 'Contoso', account: 'ann', note: 'in the safe', tags: ['Code', 'Travel'] } })
    await waitFor(() => expect(screen.queryByTestId('dialog-edit')).toBeNull())
    expect(row('a').getByTestId('note')).toHaveTextContent('in the safe')
  })

  it('are renamed and removed for all accounts at once', async () => {
    const user = await open(tagged)
    await fromMenu(user, 'action-tags')
    const names = screen.getAllByTestId('field-tag-name')
    await user.clear(names[1] as HTMLElement)
    await user.type(names[1] as HTMLElement, 'Office{Enter}')
    expect(shell.lastCall('rename_tag')).toEqual({ from: 'Work', to: 'Office' })
    await waitFor(() => expect(row('a').getByTestId('tag')).toHaveTextContent('Office'))
    await user.click(screen.getByRole('button', { name: 'Remove the tag Code from all accounts' }))
    await waitFor(() => expect(screen.getAllByTestId('tag-row')).toHaveLength(1))
  })
})

describe('the order', () => {
  it('is the chosen one, and is saved', async () => {
    const user = await open(tagged)
    expect(order()).toEqual(['a', 'b', 'c'])
    await fromMenu(user, 'sort-name')
    await waitFor(() => expect(order()).toEqual(['c', 'a', 'b']))
    expect(shell.lastCall('save_settings')).toMatchObject({ settings: { accounts: { sort: 'name' } } })
    expect(screen.queryByTestId('handle')).toBeNull()
    await fromMenu(user, 'sort-mostUsed')
    await waitFor(() => expect(order()).toEqual(['c', 'a', 'b']))
  })

  it('has pinned accounts first', async () => {
    const user = await open(tagged)
    await user.click(row('c').getByTestId('menu-account'))
    await user.click(screen.getByTestId('action-pin'))
    await waitFor(() => expect(order()).toEqual(['c', 'a', 'b']))
    expect(row('c').getByTestId('pinned')).toHaveAccessibleName('Pinned')
    expect(shell.lastCall('pin_accounts')).toEqual({ ids: ['c'], pinned: true })
  })

  it('is changed with Alt and the arrow keys, keeps the focus on the account, and is announced', async () => {
    const user = await open(tagged)
    row('c').getByTestId('action-copy-code').focus()
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    await waitFor(() => expect(order()).toEqual(['a', 'c', 'b']))
    expect(shell.lastCall('move_account')).toEqual({ id: 'c', before: 'b' })
    expect(row('c').getByTestId('action-copy-code')).toHaveFocus()
    await waitFor(() => expect(screen.getByTestId('announcer')).toHaveTextContent('Bank, ann is now number 2 of 3'))
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await waitFor(() => expect(shell.lastCall('move_account')).toEqual({ id: 'c', before: null }))
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(order()).toEqual(['a', 'b', 'c'])
  })

  it('is changed by dragging a handle; Escape leaves it as it was', async () => {
    await open(tagged)
    const handle = row('a').getByTestId('handle')
    const drag = (y: number) => fireEvent.pointerMove(document, { clientY: y })
    fireEvent.pointerDown(handle, { button: 0, clientY: 10 })
    drag(150)
    expect(screen.getByTestId('drop-line')).toBeInTheDocument()
    fireEvent.keyDown(document, { key: 'Escape' })
    expect(screen.queryByTestId('drop-line')).toBeNull()
    fireEvent.pointerUp(document)
    expect(shell.lastCall('move_account')).toBeUndefined()
    fireEvent.pointerDown(handle, { button: 0, clientY: 10 })
    drag(150)
    fireEvent.pointerUp(document)
    await waitFor(() => expect(order()).toEqual(['b', 'c', 'a']))
    expect(shell.lastCall('move_account')).toEqual({ id: 'a', before: null })
  })
})

describe('selecting', () => {
  it('selects several accounts by press, range and key, and tags, pins or deletes them together', async () => {
    const user = await open(tagged)
    await fromMenu(user, 'action-select-accounts')
    const boxes = () => screen.getAllByRole('checkbox')
    expect(boxes()).toHaveLength(3)
    expect(screen.getByTestId('action-delete-selected')).toHaveAttribute('aria-disabled', 'true')
    await user.click(boxes()[0] as HTMLElement)
    await user.keyboard('{ArrowDown} ')
    expect(boxes().map((box) => box.getAttribute('aria-checked'))).toEqual(['true', 'true', 'false'])
    expect(screen.getByTestId('selection-bar')).toHaveTextContent('Selected: 2')

    await user.click(screen.getByTestId('action-tag-selected'))
    const dialog = within(screen.getByTestId('dialog-tag-accounts'))
    expect(dialog.getAllByTestId('tag-choice').map((tag) => tag.getAttribute('aria-pressed'))).toEqual(['mixed', 'true'])
    await user.click(dialog.getByText('Code'))
    await user.click(dialog.getByText('Work'))
    await user.click(dialog.getByTestId('action-save-tags'))
    expect(shell.lastCall('tag_accounts')).toEqual({ ids: ['a', 'b'], add: ['Code'], remove: ['Work'] })

    await waitFor(() => expect(screen.queryByTestId('dialog-tag-accounts')).toBeNull())
    await user.click(screen.getByTestId('action-pin-selected'))
    expect(shell.lastCall('pin_accounts')).toEqual({ ids: ['a', 'b'], pinned: true })
    await user.keyboard('{Control>}a{/Control}')
    expect(screen.getByTestId('selection-bar')).toHaveTextContent('Selected: 3')
    await user.click(screen.getByTestId('action-delete-selected'))
    await screen.findByTestId('empty-authenticator')
    expect(shell.lastCall('delete_accounts')).toEqual({ ids: ['a', 'b', 'c'] })
    expect(screen.getByTestId('toast-deleted')).toHaveTextContent('Accounts moved to the trash: 3')
    await user.click(screen.getByTestId('action-undo'))
    await waitFor(() => expect(rows()).toHaveLength(3))
  })

  it('with Shift selects everything in between, and ends with Escape', async () => {
    const user = await open((world) => (world.authenticator.accounts = ['a', 'b', 'c', 'd'].map((id) => accountRow(id, id, 'ann'))))
    await user.click(row('a').getByTestId('menu-account'))
    await user.click(screen.getByTestId('action-select'))
    await user.keyboard('{Shift>}')
    await user.click(screen.getAllByRole('checkbox')[2] as HTMLElement)
    await user.keyboard('{/Shift}')
    expect(screen.getByTestId('selection-bar')).toHaveTextContent('Selected: 3')
    act(() => (document.activeElement as HTMLElement).blur())
    await user.keyboard('{Escape}')
    expect(screen.queryByTestId('selection-bar')).toBeNull()
    expect(row('a').getByTestId('action-copy-code')).toBeInTheDocument()
  })
})

describe('the trash', () => {
  const withTrash = (world: World) => {
    world.trash = [accountRow('t1', 'Old bank', 'ann'), accountRow('t2', 'Forum', 'ann')]
    world.authenticator.trashed = 2
  }

  it('restores its accounts, and shows how long they are kept', async () => {
    const user = await open(withTrash)
    await user.click(screen.getByTestId('menu-view'))
    expect(await screen.findByTestId('action-trash')).toHaveTextContent('Trash (2)')
    await user.click(screen.getByTestId('action-trash'))
    expect(await screen.findAllByTestId('trash-row')).toHaveLength(2)
    expect(screen.getAllByTestId('action-restore')[0]).toHaveFocus()
    expect(screen.getAllByTestId('trash-row')[0]).toHaveTextContent('Deleted on Mar 12, 2026, erased on Apr 11, 2026')
    await user.click(screen.getByRole('button', { name: 'Restore Old bank, ann' }))
    await waitFor(() => expect(screen.getAllByTestId('trash-row')).toHaveLength(1))
    await user.click(screen.getByTestId('action-close'))
    await waitFor(() => expect(order()).toContain('t1'))
  })

  it('erases only after a question that names the accounts', async () => {
    const user = await open(withTrash)
    await fromMenu(user, 'action-trash')
    await user.click(await screen.findByTestId('action-empty-trash'))
    const question = within(screen.getByTestId('dialog-erase'))
    expect(screen.getByTestId('dialog-erase')).toHaveTextContent('Old bank, ann; Forum, ann')
    await user.click(question.getByTestId('action-yes'))
    expect(shell.lastCall('erase_accounts')).toEqual({ ids: ['t1', 't2'] })
    expect(await screen.findByText('The trash is empty.')).toBeInTheDocument()
  })

  it('says why it could not restore', async () => {
    const user = await open(withTrash)
    shell.instead.restore_accounts = () => {
      throw fault('vault_busy')
    }
    await fromMenu(user, 'action-trash')
    await user.click((await screen.findAllByTestId('action-restore'))[0] as HTMLElement)
    expect(await screen.findByTestId('fault-vault_busy')).toBeInTheDocument()
    expect(screen.getAllByTestId('trash-row')).toHaveLength(2)
  })

  it('is emptied automatically after the chosen number of days', async () => {
    const user = await open(withTrash)
    await fromMenu(user, 'action-trash')
    await user.click(await screen.findByTestId('field-trash-days'))
    await user.click(await screen.findByRole('option', { name: 'Never' }))
    expect(shell.lastCall('save_settings')).toMatchObject({ settings: { accounts: { trashDays: null } } })
    await waitFor(() => expect(screen.getAllByTestId('trash-row')[0]).toHaveTextContent(/Deleted on Mar 12, 2026$|Deleted on Mar 12, 2026R/))
  })
})

describe('duplicates', () => {
  it('go to the trash, except the most used; one of each stays', async () => {
    const user = await open((world) => {
      tagged(world)
      world.duplicates = [['a', 'c']]
    })
    await fromMenu(user, 'action-duplicates')
    const boxes = await screen.findAllByTestId('duplicate')
    expect(boxes.map((box) => (box as HTMLInputElement).checked)).toEqual([true, false])
    await user.click(boxes[1] as HTMLElement)
    expect(screen.getByTestId('action-delete-duplicates')).toHaveAttribute('aria-disabled', 'true')
    await user.click(boxes[1] as HTMLElement)
    await user.click(screen.getByTestId('action-delete-duplicates'))
    expect(shell.lastCall('delete_accounts')).toEqual({ ids: ['a'] })
    expect(await screen.findByTestId('action-undo')).toBeInTheDocument()
  })

  it('are reported as none', async () => {
    const user = await open(tagged)
    await fromMenu(user, 'action-duplicates')
    expect(await screen.findByText('No two accounts generate the same codes.')).toBeInTheDocument()
  })
})

describe('pictures', () => {
  it('come from a file, and can be removed', async () => {
    const user = await open(tagged)
    expect(row('b').getByTestId('icon-brand')).toBeInTheDocument()
    expect(row('a').getByTestId('icon-initial')).toHaveTextContent('C')
    await user.click(row('a').getByTestId('menu-account'))
    await user.click(screen.getByTestId('action-edit'))
    const file = new File([new Uint8Array([1, 2, 3])], 'logo.png', { type: 'image/png' })
    await user.upload(screen.getByTestId('field-picture'), Object.assign(file, { arrayBuffer: () => Promise.resolve(new Uint8Array([1, 2, 3]).buffer) }))
    expect(await screen.findByTestId('picture-preview')).toBeInTheDocument()
    await user.click(screen.getByTestId('action-save-account'))
    await waitFor(() => expect(shell.lastCall('set_account_picture')).toMatchObject({ 'Proofup-Account': 'a', bytes: new Uint8Array([1, 2, 3]) }))
    expect(await row('a').findByTestId('icon-picture')).toBeInTheDocument()
    await user.click(row('a').getByTestId('menu-account'))
    await user.click(screen.getByTestId('action-edit'))
    await user.click(screen.getByTestId('action-remove-icon'))
    await user.click(screen.getByTestId('action-save-account'))
    expect(await row('a').findByTestId('icon-initial')).toBeInTheDocument()
    expect(shell.lastCall('clear_account_picture')).toEqual({ id: 'a' })
  })
})
