import { act, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { fault, shell } from '../../../tests/made-up-shell/shell'
import { accountRow, callsOf, openPage } from './testing'

/** The first second of a step. */
const STEP = Date.UTC(2026, 10, 21, 5, 0, 0)
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds))
const rows = () => screen.getAllByTestId('account-row')
const row = (id: string) => within(rows().find((one) => one.dataset.account === id) as HTMLElement)
const user = () => userEvent.setup({ advanceTimers: (milliseconds) => vi.advanceTimersByTime(milliseconds) })
/** Presses, and waits for the shell's answer. */
async function press(element: HTMLElement) {
  await user().click(element)
  await pass(0)
}

beforeEach(() => {
  vi.useFakeTimers({ now: STEP })
  // Testing Library looks for this to use fake timers in its waits.
  vi.stubGlobal('jest', { advanceTimersByTime: (milliseconds: number) => vi.advanceTimersByTime(milliseconds) })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function openAccounts(setUp?: Parameters<typeof openPage>[0]) {
  const drawn = await openPage(setUp)
  await pass(50)
  return drawn
}

describe('without accounts', () => {
  it('explains the page, with one action', async () => {
    await openAccounts((world) => (world.authenticator.accounts = []))
    const empty = screen.getByTestId('empty-authenticator')
    expect(within(empty).getAllByRole('button').map((button) => button.dataset.testid)).toContain('action-add-account')
    await press(within(empty).getByTestId('action-add-account'))
    expect(screen.getByTestId('dialog-add-account')).toBeInTheDocument()
  })
})

describe('the codes', () => {
  it('are shown to a person who is signed out', async () => {
    await openAccounts((world) => Object.assign(world.status, { connection: 'signedOut', person: null }))
    expect(rows()).toHaveLength(4)
    expect(row('a1').getByTestId('code')).toHaveTextContent(/^\d{3} \d{3}$/)
    expect(row('a3').getByTestId('code')).toHaveTextContent('FR8RV')
  })

  it('are read aloud symbol by symbol', async () => {
    await openAccounts()
    expect(row('a3').getByTestId('action-copy-code')).toHaveAccessibleName('Copy the code of Steam, ann_plays: F R 8 R V')
  })

  it('are asked for once per step', async () => {
    await openAccounts()
    const before = row('a1').getByTestId('code').textContent
    expect(callsOf('codes')).toBe(1)
    await pass(29_000)
    expect(callsOf('codes')).toBe(1)
    await pass(1500)
    expect(callsOf('codes')).toBe(2)
    expect(row('a1').getByTestId('code').textContent).not.toBe(before)
    await pass(60_000)
    expect(callsOf('codes')).toBe(4)
  })

  it('do not render their rows again every second', async () => {
    await openAccounts()
    const row = screen.getAllByTestId('account-row')[0] as HTMLElement
    const ring = within(row).getByTestId('time-left')
    const outside: Node[] = []
    const observer = new MutationObserver((changes) => outside.push(...changes.map(({ target }) => target).filter((node) => !ring.contains(node))))
    observer.observe(row, { subtree: true, childList: true, characterData: true, attributes: true })
    expect(ring).toHaveTextContent('30')
    await pass(9000)
    observer.disconnect()
    expect(ring).toHaveTextContent('21')
    expect(outside).toEqual([])
  })

  /** The texts of a ring, one per second, for a number of seconds. */
  const watch = async (ring: HTMLElement, seconds: number) => {
    const texts: (string | null)[] = []
    const observer = new MutationObserver(() => texts.push(ring.textContent))
    observer.observe(ring, { subtree: true, childList: true })
    for (let second = 0; second < seconds; second += 1) await pass(1000)
    observer.disconnect()
    return texts
  }

  it('count their last ten seconds one by one, even without activity', async () => {
    await openAccounts()
    const ring = row('a1').getByTestId('time-left')
    await pass(15_000)
    expect(await watch(ring, 14)).toEqual(['9', '8', '7', '6', '5', '4', '3', '2', '1'])
  })

  it('have a ring that moves in steps without activity, and never shows too much time', async () => {
    await openAccounts()
    const ring = row('a1').getByTestId('time-left')
    await pass(60_000)
    expect(await watch(ring, 30)).toEqual(['10', '5', '<5', '20'])
    await pass(3000)
    expect(ring).toHaveTextContent('20')
    fireEvent.pointerMove(document.body)
    expect(ring).toHaveTextContent('27')
  })

  it('show the next code in the last ten seconds if that is switched on, with a copy button', async () => {
    const { unmount } = await openAccounts()
    await pass(25_000)
    expect(screen.queryByTestId('next-code')).toBeNull()
    unmount()
    vi.setSystemTime(STEP)
    await openAccounts((world) => (world.settings.accounts.showNext = true))
    await pass(19_000)
    expect(row('a3').queryByTestId('next-code')).toBeNull()
    await pass(1000)
    expect(row('a3').getByTestId('next-code')).toHaveTextContent('K2V9T')
    await press(row('a3').getByTestId('action-copy-next-code'))
    expect(shell.lastCall('copy_code')).toEqual({ id: 'a3', next: true })
    await pass(10_000)
    expect(row('a3').queryByTestId('next-code')).toBeNull()
    expect(row('a3').getByTestId('action-copy-code')).toHaveFocus()
  })

  it('are shown as missing when they cannot be made, and return', async () => {
    let broken = true
    const usual = vi.fn(() => [])
    await openPage((world) => {
      world.authenticator.accounts = [accountRow('a1', 'Contoso', 'ann')]
      shell.instead.codes = () => {
        if (broken) throw fault('vault_busy')
        return usual()
      }
    })
    await pass(50)
    expect(screen.getByTestId('fault-vault_busy')).toBeInTheDocument()
    broken = false
    await pass(6500)
    expect(usual).toHaveBeenCalled()
    expect(screen.queryByTestId('fault-vault_busy')).toBeNull()
  })

  it('that are counter-based appear on request', async () => {
    await openAccounts()
    expect(row('a4').queryByTestId('code')).toBeNull()
    const next = row('a4').getByRole('button', { name: 'Next code of Bank, ann' })
    await press(next)
    expect(row('a4').getByTestId('code')).toHaveTextContent('755 224')
  })
})

describe('copying', () => {
  it('is shown in the row and announced for a moment', async () => {
    await openAccounts()
    await press(row('a1').getByTestId('action-copy-code'))
    expect(shell.lastCall('copy_code')).toEqual({ id: 'a1', next: false })
    expect(row('a1').getByTestId('copied')).toHaveTextContent('Copied, clears in 30 s')
    expect(row('a2').queryByTestId('copied')).toBeNull()
    expect(screen.getByTestId('announcer')).toHaveAttribute('role', 'status')
    expect(screen.getByTestId('announcer')).toHaveTextContent('Copied, clears in 30 seconds')
    await pass(5000)
    expect(row('a1').queryByTestId('copied')).toBeNull()
  })

  it('works with Enter, from row to row with the arrow keys', async () => {
    await openAccounts()
    row('a1').getByTestId('action-copy-code').focus()
    await user().keyboard('{ArrowDown}{Enter}')
    expect(shell.lastCall('copy_code')).toEqual({ id: 'a2', next: false })
    await user().keyboard('{End}')
    expect(row('a4').getByTestId('action-next-hotp')).toHaveFocus()
    await user().keyboard('{Home}')
    expect(row('a1').getByTestId('action-copy-code')).toHaveFocus()
  })

  it('says in the row why it failed', async () => {
    await openAccounts(() => {
      shell.instead.copy_code = () => {
        throw fault('clipboard_unavailable')
      }
    })
    await press(row('a2').getByTestId('action-copy-code'))
    expect(row('a2').getByTestId('fault-clipboard_unavailable')).toBeInTheDocument()
    expect(row('a2').queryByTestId('copied')).toBeNull()
  })
})

describe('the list', () => {
  const many = (world: { authenticator: { accounts: unknown[] } }) => {
    world.authenticator.accounts = ['Contoso', 'GitHub', 'Steam', 'Bank', 'Café', 'Zorg'].map((issuer) => accountRow(issuer, issuer, 'ann'))
  }

  it('marks the account of the own organisation', async () => {
    await openAccounts()
    expect(row('a1').getByTestId('own-organization')).toHaveTextContent('Your organization')
    expect(row('a2').queryByTestId('own-organization')).toBeNull()
  })

  it('lists accounts that the organisation no longer knows, and deletes them together', async () => {
    await openAccounts((world) => {
      const [first, ...others] = world.authenticator.accounts
      world.authenticator.accounts = [{ ...first, gone: true } as never, ...others]
    })
    expect(row('a1').getByTestId('gone')).toHaveTextContent('No longer registered')
    expect(row('a1').queryByTestId('own-organization')).toBeNull()
    expect(screen.getByTestId('notice-gone')).toHaveTextContent('Contoso, ann@contoso.example')
    await press(screen.getByTestId('action-remove-gone'))
    await pass(50)
    expect(shell.lastCall('delete_accounts')).toEqual({ ids: ['a1'] })
    expect(screen.queryByTestId('notice-gone')).toBeNull()
    expect(screen.getByTestId('toast-deleted')).toBeInTheDocument()
  })

  it('can be searched from the sixth account on', async () => {
    const { unmount } = await openAccounts((world) => {
      many(world)
      world.authenticator.accounts.pop()
    })
    expect(screen.queryByTestId('field-search')).toBeNull()
    unmount()
    await openAccounts(many)
    await user().type(screen.getByTestId('field-search'), 'CAFE')
    expect(rows().map(({ dataset }) => dataset.account)).toEqual(['Café'])
    await user().type(screen.getByTestId('field-search'), 'x')
    expect(screen.getByText('No account matches "CAFEx"')).toBeInTheDocument()
    await user().keyboard('{Escape}')
    expect(rows()).toHaveLength(6)
  })

  it('reports entries that cannot be read, and shows the others', async () => {
    await openAccounts((world) => (world.authenticator.quarantined = [{ id: 'q1', name: 'Old bank', detail: 'secret: not base32' }]))
    const notice = screen.getByTestId('notice-quarantined')
    expect(notice).toHaveTextContent("Entries that can't be read: 1")
    expect(rows()).toHaveLength(4)
    await press(within(notice).getByRole('button', { name: 'View details' }))
    expect(notice).toHaveTextContent('Old bank')
    expect(notice).toHaveTextContent('secret: not base32')
  })

  it('can be locked', async () => {
    await openAccounts()
    await press(screen.getByTestId('action-lock'))
    await pass(50)
    expect(screen.getByTestId('vault-locked')).toBeInTheDocument()
    expect(screen.queryByTestId('account-row')).toBeNull()
  })
})
