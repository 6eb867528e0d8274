// Renders a part of the window like the window does.

import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactElement } from 'react'

import { Notifier } from '../src/app/Notifier'
import { takeStatus } from '../src/state/status'
import { shell } from './made-up-shell/shell'

/** Renders `part` with the fake shell's status, and returns a user-event session. */
export function open(part: ReactElement) {
  takeStatus(shell.world.status)
  shell.hear('status', (status) => takeStatus(status as never))
  const person = userEvent.setup({ delay: null })
  const view = render(
    <FluentProvider theme={webLightTheme}>
      <Notifier>{part}</Notifier>
    </FluentProvider>,
  )
  return { person, ...view }
}
