// The sign-in log is checked and exported.

import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'

import type { LogCheck } from '../../../backend/sign-in-log'
import { shell } from '../../../../tests/made-up-shell/shell'
import { open } from '../../../../tests/render'
import { LogPanel } from '../LogPanel'

const thePage = () => open(<LogPanel onMyPages={vi.fn()} />).person
const part = (more: Partial<LogCheck>): LogCheck => ({ checked: 20_000, waiting: 3, forgotten: 0, head: { number: 30_000, hash: 'aa'.repeat(32) }, next: null, fault: null, ...more })

it('a check goes on part by part to the end, and its head can be copied', async () => {
  const place = { number: 20_000, hash: 'bb'.repeat(32) }
  shell.instead.check_log = ({ after }) => (after ? part({ checked: 10_000 }) : part({ next: place }))
  const hands = thePage()
  await hands.click(screen.getByTestId('action-verify-log'))
  expect(await screen.findByTestId('log-whole')).toHaveTextContent('Rows checked: 30,000. Not sealed yet: 3.')
  expect(shell.lastCall('check_log')).toEqual({ after: place })
  await hands.click(screen.getByTestId('action-copy-head'))
  expect(shell.lastCall('copy_text')).toEqual({ text: `30000:${'aa'.repeat(32)}` })
})

it('a changed row is named, and nothing behind it is asked for', async () => {
  shell.instead.check_log = () => part({ next: { number: 1, hash: 'bb' }, fault: { kind: 'changed', first: 12, last: null, id: 'si-12' } })
  const hands = thePage()
  await hands.click(screen.getByTestId('action-verify-log'))
  expect(await screen.findByTestId('log-broken')).toHaveTextContent('Row 12 was changed, or was not written by this service. (si-12)')
  expect(shell.calls.filter(({ command }) => command === 'check_log')).toHaveLength(1)
})

it('what is shown is exported into a folder that is chosen', async () => {
  shell.instead.choose_folder = () => '/home/ann'
  const hands = thePage()
  await hands.click(screen.getByTestId('menu-export-log'))
  await hands.click(await screen.findByTestId('export-csv'))
  expect(await screen.findByText('Saved as /home/ann/sign-ins-20260312-094100.csv')).toBeVisible()
  expect(shell.lastCall('export_sign_ins')).toMatchObject({ request: { from: expect.any(String) }, format: 'csv', folder: '/home/ann' })
})
