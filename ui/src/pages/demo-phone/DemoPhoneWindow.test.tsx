// The window of the demo phone.

import { act, render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'

import { shell } from '../../../tests/made-up-shell/shell'
import { settle } from '../../../tests/settle'
import { DemoPhoneWindow } from './DemoPhoneWindow'

it('changes its language and theme with the other window, without a restart', async () => {
  render(<DemoPhoneWindow />)
  await settle()
  expect(screen.getByRole('button', { name: 'Demo hardware tokens' })).toBeInTheDocument()
  shell.world.settings = { ...shell.world.settings, language: 'zh-TW', theme: 'dark' }
  act(() => shell.emit('settings-changed'))
  expect(await screen.findByRole('button', { name: '示範用的硬體權杖' })).toBeInTheDocument()
  expect(shell.lastCall('set_window_theme')).toEqual({ theme: 'dark' })
})
