import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { fault, shell } from '../../../../tests/made-up-shell/shell'
import { callsOf } from '../testing'
import { ShowQrDialog } from './ShowQrDialog'

const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>'

function open(onClose = vi.fn()) {
  render(
    <FluentProvider theme={webLightTheme}>
      <ShowQrDialog id="a" name="GitHub, ann" onClose={onClose} />
    </FluentProvider>,
  )
  return onClose
}

describe('the QR code of an account', () => {
  afterEach(() => vi.useRealTimers())

  it('is shown after the passphrase was right', async () => {
    shell.reset()
    shell.instead.account_qr = ({ passphrase }) => {
      if (passphrase === null) return { state: 'passphraseNeeded' }
      if (passphrase !== 'correct horse') throw fault('wrong_passphrase')
      return { state: 'shown', svg }
    }
    open()
    const user = userEvent.setup({ delay: null })
    const field = await screen.findByTestId('field-passphrase')
    await user.type(field, 'wrong{Enter}')
    expect(await screen.findByTestId('fault-wrong_passphrase')).toBeInTheDocument()
    expect(screen.queryByTestId('account-qr')).toBeNull()
    await user.clear(field)
    await user.type(field, 'correct horse{Enter}')
    expect(await screen.findByTestId('account-qr')).toHaveAccessibleName('QR code of GitHub, ann')
    expect(screen.queryByTestId('field-passphrase')).toBeNull()
  })

  it('closes after a minute', async () => {
    shell.reset()
    shell.instead.account_qr = () => ({ state: 'shown', svg })
    vi.useFakeTimers({ shouldAdvanceTime: true })
    const onClose = open()
    await screen.findByTestId('account-qr')
    for (let second = 0; second < 58; second += 1) await act(() => vi.advanceTimersByTimeAsync(1000))
    expect(onClose).not.toHaveBeenCalled()
    for (let second = 0; second < 3; second += 1) await act(() => vi.advanceTimersByTimeAsync(1000))
    await waitFor(() => expect(onClose).toHaveBeenCalled())
  })

  it('is not shown if the keyring fails', async () => {
    shell.reset()
    shell.instead.account_qr = () => {
      throw fault('vault_key_missing', { asked: 'Secret Service', detail: 'locked' })
    }
    open()
    expect(await screen.findByTestId('fault-vault_key_missing')).toBeInTheDocument()
    expect(screen.queryByTestId('account-qr')).toBeNull()
    expect(callsOf('account_qr')).toBe(1)
  })
})
