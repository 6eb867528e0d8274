import { act, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { shell } from '../../../tests/made-up-shell/shell'
import type { World } from '../../../tests/made-up-shell/world'
import { accountRow, callsOf, openPage } from './testing'

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds))
const rows = () => screen.getAllByTestId('account-row')
const rowOf = (id: string) => rows().find(({ dataset }) => dataset.account === id) as HTMLElement
const row = (id: string) => within(rowOf(id))
const user = () => userEvent.setup({ advanceTimers: (milliseconds) => vi.advanceTimersByTime(milliseconds) })

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 21, 5, 0, 0) })
  vi.stubGlobal('jest', { advanceTimersByTime: (milliseconds: number) => vi.advanceTimersByTime(milliseconds) })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function open(setUp?: (world: World) => void) {
  await openPage(setUp)
  await pass(50)
}

describe('hidden codes', () => {
  const hidden = (world: World) => Object.assign(world.settings.accounts, { hideCodes: true, hideAfterSeconds: 5 })

  it('are not requested until the pointer is on their row, and are hidden again', async () => {
    await open(hidden)
    expect(callsOf('codes')).toBe(0)
    expect(row('a1').queryByTestId('code')).toBeNull()
    fireEvent.pointerOver(rowOf('a1'))
    await pass(20)
    expect(shell.lastCall('codes')).toEqual({ ids: ['a1'] })
    expect(row('a1').getByTestId('code')).toHaveTextContent(/^\d{3} \d{3}$/)
    expect(row('a2').queryByTestId('code')).toBeNull()
    await pass(5000)
    expect(row('a1').queryByTestId('code')).toBeNull()
    fireEvent.pointerOver(row('a1').getByTestId('code-hidden'))
    await pass(20)
    expect(row('a1').queryByTestId('code')).toBeNull()
    fireEvent.pointerOver(rowOf('a2'))
    await pass(20)
    expect(row('a2').getByTestId('code')).toBeInTheDocument()
    fireEvent.pointerLeave(screen.getByTestId('account-list'))
    expect(row('a2').queryByTestId('code')).toBeNull()
  })

  it('show for the focused row, and can be copied while hidden', async () => {
    await open(hidden)
    expect(row('a2').getByTestId('action-copy-code')).toHaveAccessibleName('Copy the code of GitHub, ann')
    act(() => row('a2').getByTestId('action-copy-code').focus())
    await pass(20)
    expect(row('a2').getByTestId('code')).toBeInTheDocument()
    await user().keyboard('{Enter}')
    expect(shell.lastCall('copy_code')).toEqual({ id: 'a2', next: false })
  })

  it('that are counter-based show on request', async () => {
    await open(hidden)
    await user().click(row('a4').getByTestId('action-next-hotp'))
    await pass(20)
    expect(row('a4').getByTestId('code')).toHaveTextContent('755 224')
    await pass(5000)
    expect(row('a4').queryByTestId('code')).toBeNull()
  })

  it('are switched on in the options, which name the clock of codes', async () => {
    await open((world) => (world.status.clockOffsetSeconds = 3))
    await user().click(screen.getByTestId('menu-view'))
    await user().click(screen.getByTestId('action-options'))
    expect(screen.getByTestId('clock-source')).toHaveTextContent("Codes follow the service's clock. This computer's clock is 3 seconds slow.")
    await user().click(screen.getByTestId('option-hide'))
    await pass(20)
    expect(shell.lastCall('save_settings')).toMatchObject({ settings: { accounts: { hideCodes: true } } })
    await user().click(screen.getByTestId('option-hide-after'))
    await user().click(screen.getByRole('option', { name: '30 seconds' }))
    await pass(20)
    expect(shell.lastCall('save_settings')).toMatchObject({ settings: { accounts: { hideAfterSeconds: 30 } } })
  })
})

describe('a thousand accounts', () => {
  const thousand = (world: World) => {
    world.authenticator.accounts = Array.from({ length: 1000 }, (_, index) => accountRow(`n${index}`, `Issuer ${String(index).padStart(4, '0')}`, 'ann'))
  }

  it('are rendered only if visible, and only their codes are requested', async () => {
    await open(thousand)
    expect(rows().length).toBeLessThan(30)
    expect((shell.lastCall('codes') as { ids: string[] }).ids).toEqual(rows().map(({ dataset }) => dataset.account))
    const [item] = screen.getAllByRole('listitem')
    expect(item).toHaveAttribute('aria-setsize', '1000')
    expect(item).toHaveAttribute('aria-posinset', '1')
  })

  it('are all reached with the keyboard, and the focused row stays', async () => {
    await open(thousand)
    act(() => row('n0').getByTestId('action-copy-code').focus())
    await user().keyboard('{End}')
    await pass(50)
    expect(row('n999').getByTestId('action-copy-code')).toHaveFocus()
    expect(rowOf('n999').closest('li')).toHaveAttribute('aria-posinset', '1000')
    expect(row('n999').getByTestId('code')).toBeInTheDocument()
    await user().keyboard('{ArrowUp}{PageUp}')
    await pass(50)
    expect(row('n988').getByTestId('action-copy-code')).toHaveFocus()
  })

  it('are searched by typing on the page', async () => {
    await open(thousand)
    act(() => row('n3').getByTestId('action-copy-code').focus())
    await user().keyboard('0')
    await user().keyboard('777')
    expect(screen.getByTestId('field-search')).toHaveFocus()
    expect(screen.getByTestId('field-search')).toHaveValue('0777')
    expect(rows().map(({ dataset }) => dataset.account)).toEqual(['n777'])
  })
})

describe('keys of a row', () => {
  it('edit and delete', async () => {
    await open()
    act(() => row('a2').getByTestId('action-copy-code').focus())
    await user().keyboard('{F2}')
    expect(screen.getByTestId('dialog-edit')).toBeInTheDocument()
    await user().keyboard('{Escape}')
    await pass(50)
    expect(row('a2').getByTestId('action-copy-code')).toHaveFocus()
    await user().keyboard('{Delete}')
    await pass(50)
    expect(shell.lastCall('delete_accounts')).toEqual({ ids: ['a2'] })
    expect(row('a3').getByTestId('action-copy-code')).toHaveFocus()
  })
})

describe('the clock of the system', () => {
  const alone = (synchronised: boolean | null) => (world: World) => {
    world.status.clockOffsetSeconds = null
    world.clockSynchronised = synchronised
  }
  it('has a warning without a service that tells the time', async () => {
    await open(alone(false))
    expect(screen.getByTestId('notice-clock-unsynchronised')).toHaveTextContent("isn't synchronized")
  })
  it.each([true, null])('has no warning when it is right or unknown (%s)', async (synchronised) => {
    await open(alone(synchronised))
    expect(screen.queryByTestId('notice-clock-unsynchronised')).toBeNull()
  })
  it('is not requested if a service tells the time', async () => {
    await open((world) => (world.clockSynchronised = false))
    expect(callsOf('system_clock')).toBe(0)
  })
})
