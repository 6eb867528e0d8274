// For the tests of this folder: the page with the fake shell.

import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { render } from '@testing-library/react'

import { shell } from '../../../tests/made-up-shell/shell'
import type { World } from '../../../tests/made-up-shell/world'
import { Notifier } from '../../app/Notifier'
import type { AccountRow } from '../../backend/authenticator'
import { openSettings } from '../../state/settings'
import { followStatus } from '../../state/status'
import { AuthenticatorPage } from './AuthenticatorPage'

/** Sets the data up, then renders the page like the main window. */
export async function openPage(setUp: (world: World) => void = () => undefined) {
  shell.reset()
  setUp(shell.world)
  await openSettings()
  await followStatus()
  return render(
    <FluentProvider theme={webLightTheme}>
      <Notifier>
        <AuthenticatorPage />
      </Notifier>
    </FluentProvider>,
  )
}

export function accountRow(id: string, issuer: string, account: string, more: Partial<AccountRow> = {}): AccountRow {
  return { id, issuer, account, kind: 'totp', period: 30, digits: 6, ownOrganization: false, gone: false, pinned: false, note: '', tags: [], picture: null, used: null, uses: 0, ...more }
}

/** How often a command was called. */
export function callsOf(command: string): number {
  return shell.calls.filter((made) => made.command === command).length
}
