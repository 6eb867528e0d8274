import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'

import { shell } from '../../../tests/made-up-shell/shell'
import { callsOf, openPage } from './testing'

const vault = (state: object) => (world: { status: { vault: unknown } }) => {
  world.status.vault = state
}

describe('while the vault is being opened', () => {
  it('shows nothing at first, and a skeleton after a short delay', async () => {
    vi.useFakeTimers()
    try {
      await openPage(vault({ state: 'opening' }))
      expect(screen.queryByLabelText('Loading')).toBeNull()
      act(() => vi.advanceTimersByTime(199))
      expect(screen.queryByLabelText('Loading')).toBeNull()
      act(() => vi.advanceTimersByTime(1))
      expect(screen.getByLabelText('Loading')).toBeInTheDocument()
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('the clock', () => {
  it.each([
    [6, "This computer's clock is 6 seconds slow"],
    [-130, "This computer's clock is 3 minutes fast"],
  ])('that is %d s behind is told', async (clockOffsetSeconds, said) => {
    await openPage((world) => Object.assign(world.status, { clockOffsetSeconds }))
    expect(screen.getByTestId('notice-clock')).toHaveTextContent(said)
  })

  it.each([5, -5, 0, null])('that is %s s behind needs no warning', async (clockOffsetSeconds) => {
    await openPage((world) => Object.assign(world.status, { clockOffsetSeconds }))
    expect(screen.queryByTestId('notice-clock')).toBeNull()
  })
})

describe('without a keyring', () => {
  it('explains why a passphrase is needed, and asks for it twice', async () => {
    const user = userEvent.setup({ delay: null })
    await openPage(vault({ state: 'passphraseNeeded' }))
    expect(screen.getByTestId('vault-new')).toHaveTextContent('This computer has no keyring')
    await user.type(screen.getByTestId('field-passphrase'), 'four unrelated words')
    await user.type(screen.getByTestId('field-passphrase-again'), 'four unrelated words')
    await user.click(screen.getByTestId('action-create-vault'))
    expect(shell.lastCall('create_vault')).toEqual({ passphrase: 'four unrelated words' })
    expect(await screen.findAllByTestId('account-row')).not.toHaveLength(0)
  })

  it('refuses seven characters at the field, and keeps them', async () => {
    const user = userEvent.setup({ delay: null })
    await openPage(vault({ state: 'passphraseNeeded' }))
    await user.type(screen.getByTestId('field-passphrase'), '1234567')
    await user.click(screen.getByTestId('action-create-vault'))
    expect(screen.getByTestId('field-passphrase')).toHaveAccessibleDescription(/too short/)
    expect(screen.getByTestId('field-passphrase')).toHaveValue('1234567')
    expect(callsOf('create_vault')).toBe(0)
  })

  it('refuses two that differ', async () => {
    const user = userEvent.setup({ delay: null })
    await openPage(vault({ state: 'passphraseNeeded' }))
    await user.type(screen.getByTestId('field-passphrase'), 'four unrelated words')
    await user.type(screen.getByTestId('field-passphrase-again'), 'four unrelated word{Enter}')
    expect(screen.getByTestId('field-passphrase-again')).toHaveAccessibleDescription(/don't match/)
    expect(callsOf('create_vault')).toBe(0)
  })
})

describe('a locked vault', () => {
  it('keeps a wrong passphrase in the field and says so, then opens with the right one', async () => {
    const user = userEvent.setup({ delay: null })
    await openPage(vault({ state: 'locked', passphrase: true, keyring: false }))
    const field = screen.getByTestId('field-passphrase')
    await user.type(field, 'correct horde{Enter}')
    expect(await screen.findByTestId('fault-wrong_passphrase')).toBeInTheDocument()
    expect(field).toHaveValue('correct horde')
    await user.clear(field)
    await user.type(field, 'correct horse{Enter}')
    expect(await screen.findAllByTestId('account-row')).not.toHaveLength(0)
  })

  it('whose key is in the keyring opens with the keyring', async () => {
    const user = userEvent.setup({ delay: null })
    await openPage(vault({ state: 'locked', passphrase: false, keyring: true }))
    expect(screen.queryByTestId('field-passphrase')).toBeNull()
    expect(screen.queryByTestId('way-byPassphrase')).toBeNull()
    await user.click(screen.getByTestId('action-unlock'))
    expect(callsOf('retry_vault')).toBe(1)
  })

  it('offers every other way to unlock', async () => {
    const user = userEvent.setup({ delay: null })
    await openPage(vault({ state: 'locked', passphrase: true, keyring: true }))
    await user.click(screen.getByTestId('way-byPassphrase'))
    expect(screen.getByTestId('field-passphrase')).toHaveFocus()
    await user.click(screen.getByTestId('way-bySheet'))
    expect(screen.getByTestId('field-sheet')).toHaveFocus()
  })

  it('opens with the recovery sheet, and keeps what was typed while it is incomplete', async () => {
    const user = userEvent.setup({ delay: null })
    await openPage(vault({ state: 'locked', passphrase: false, keyring: false }))
    const field = screen.getByTestId('field-sheet')
    await user.type(field, 'qqpz ry9x')
    await user.click(screen.getByTestId('action-unlock-sheet'))
    expect(await screen.findByTestId('fault-sheet_incomplete')).toHaveTextContent('Characters missing: 49')
    expect(field).toHaveValue('qqpz ry9x')
    await user.type(field, 'x'.repeat(60))
    await user.click(screen.getByTestId('action-unlock-sheet'))
    expect(await screen.findAllByTestId('account-row')).not.toHaveLength(0)
  })

  it('shows no account, and no dialog about one', async () => {
    await openPage()
    expect(await screen.findAllByTestId('account-row')).not.toHaveLength(0)
    act(() => shell.emit('status', { ...shell.world.status, vault: { state: 'locked', passphrase: true, keyring: true } }))
    expect(screen.queryAllByTestId('account-row')).toHaveLength(0)
    expect(document.body).not.toHaveTextContent('GitHub')
  })
})

describe('notices about the vault', () => {
  it.each([
    [{ kind: 'older' }, 'older than the last one saved'],
    [{ kind: 'another' }, "isn't the vault that was last saved"],
    [{ kind: 'begunAnew' }, 'a new one was created'],
    [{ kind: 'keyringHasAnotherKey', found: 'ABCD2345' }, 'ABCD2345'],
  ])('%o is told with what to do, until the person goes on', async (notice, said) => {
    const user = userEvent.setup({ delay: null })
    await openPage((world) => (world.vaultNotices = [notice as never]))
    expect(await screen.findByTestId(`notice-vault-${notice.kind}`)).toHaveTextContent(said)
    await user.click(screen.getByTestId('action-dismiss-notice'))
    expect(callsOf('dismiss_vault_notices')).toBe(1)
    await waitFor(() => expect(screen.queryByTestId(`notice-vault-${notice.kind}`)).toBeNull())
  })

  it('asks for a second copy of a key that only the keyring has', async () => {
    const user = userEvent.setup({ delay: null })
    await openPage((world) => world.vault.keyStorage && (world.vault.keyStorage.passphrase = false))
    expect(await screen.findByTestId('notice-second-home')).toHaveTextContent("Only this computer's keyring")
    await user.click(screen.getByTestId('action-second-sheet'))
    expect(await screen.findAllByTestId('sheet-group')).toHaveLength(15)
    await user.click(screen.getByTestId('action-next'))
    await user.type(screen.getByTestId('field-piece-0'), '8gf2')
    await user.type(screen.getByTestId('field-piece-1'), 'wrong{Enter}')
    expect(await screen.findByTestId('fault-sheet_piece_wrong')).toBeInTheDocument()
    expect(screen.queryAllByTestId('sheet-group')).toHaveLength(0)
    await user.clear(screen.getByTestId('field-piece-1'))
    await user.type(screen.getByTestId('field-piece-1'), '8GF2')
    expect(shell.lastCall('confirm_recovery_sheet')).toEqual({ pieces: ['8gf2', 'wrong'] })
  })
})

describe('a month without a copy elsewhere', () => {
  it('is shown until the vault was copied', async () => {
    const user = userEvent.setup({ delay: null })
    await openPage((world) => (world.copyDue = true))
    expect(await screen.findByTestId('notice-vault-copy')).toHaveTextContent('only on this computer')
    await user.click(screen.getByTestId('action-copy-vault'))
    await user.type(await screen.findByTestId('field-folder'), '/media/stick{Enter}')
    await waitFor(() => expect(screen.queryByTestId('notice-vault-copy')).toBeNull())
    expect(shell.lastCall('copy_vault')).toEqual({ folder: '/media/stick' })
    await waitFor(() => expect(screen.queryByTestId('dialog-vault-copy')).toBeNull())
  })

  it('shows the last copy, and can be postponed', async () => {
    const user = userEvent.setup({ delay: null })
    await openPage((world) => {
      world.copyDue = true
      world.vault.copied = '2026-01-31T12:00:00Z'
    })
    expect(await screen.findByTestId('notice-vault-copy')).toHaveTextContent('Jan 31, 2026')
    await user.click(screen.getByTestId('action-put-off-copy'))
    expect(callsOf('put_off_vault_copy')).toBe(1)
    await waitFor(() => expect(screen.queryByTestId('notice-vault-copy')).toBeNull())
  })

  it('is not shown while the vault is locked', async () => {
    await openPage((world) => {
      world.copyDue = true
      vault({ state: 'locked', passphrase: true, keyring: false })(world)
    })
    expect(await screen.findByTestId('vault-locked')).toBeInTheDocument()
    expect(screen.queryByTestId('notice-vault-copy')).toBeNull()
  })
})

describe('a vault that cannot be opened', () => {
  it('offers its backups when it is damaged, and asks before one is restored', async () => {
    const user = userEvent.setup({ delay: null })
    await openPage(vault({ state: 'unusable', code: 'vault_damaged' }))
    expect(screen.getByTestId('fault-vault_damaged')).toBeInTheDocument()
    const [good, unreadable] = await screen.findAllByTestId('backup-row')
    expect(good).toHaveTextContent('Mar 12, 2026')
    expect(good).toHaveTextContent('Accounts: 4')
    expect(within(unreadable as HTMLElement).getByTestId('action-restore-backup')).toHaveAttribute('aria-disabled', 'true')

    await user.click(within(good as HTMLElement).getByTestId('action-restore-backup'))
    const question = screen.getByTestId('dialog-restore-backup')
    expect(question).toHaveTextContent('The damaged file is kept')
    expect(await within(question).findByText('Contoso · ann@contoso.example')).toBeInTheDocument()
    expect(within(question).getByTestId('backup-gone')).toHaveTextContent('GitHub')
    expect(callsOf('restore_vault_backup')).toBe(0)
    await user.click(within(question).getByTestId('action-yes'))
    expect(shell.lastCall('restore_vault_backup')).toEqual({ name: 'vault-20260312-094100Z.age' })
  })

  it.each(['vault_key_missing', 'vault_newer', 'key_of_another_vault', 'vault_busy', 'vault_damaged', 'keyring_unavailable'])(
    'for %s has its own message and can be tried again',
    async (code) => {
      const user = userEvent.setup({ delay: null })
      await openPage(vault({ state: 'unusable', code }))
      expect(screen.getByTestId(`fault-${code}`)).not.toHaveTextContent('Something went wrong')
      await user.click(screen.getByTestId('action-retry-vault'))
      expect(callsOf('retry_vault')).toBe(1)
    },
  )

  it('offers the passphrase only when the keyring fails', async () => {
    const { unmount } = await openPage(vault({ state: 'unusable', code: 'vault_key_missing' }))
    expect(screen.getByTestId('field-passphrase')).toBeInTheDocument()
    unmount()
    await openPage(vault({ state: 'unusable', code: 'vault_newer' }))
    expect(screen.queryByTestId('field-passphrase')).toBeNull()
  })
})
