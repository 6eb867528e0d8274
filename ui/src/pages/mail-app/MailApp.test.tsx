import { act, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'

import { shell } from '../../../tests/made-up-shell/shell'
import { open } from '../../../tests/render'
import { settle } from '../../../tests/settle'
import { MailAppPage } from './MailAppPage'
import { MailAppWindow } from './MailAppWindow'

async function signIn(password: string) {
  const { person } = open(<MailAppPage />)
  await person.type(screen.getByTestId('field-mail-name'), 'ben@contoso.example')
  await person.type(screen.getByTestId('field-mail-password'), password)
  await person.click(screen.getByTestId('action-mail-sign-in'))
  return person
}

it('a refused mail app shows the words of the server, and nothing more', async () => {
  await signIn('blue-boat')
  expect(screen.getByTestId('mail-refused')).toHaveTextContent('The server says:Invalid login or password')
  expect(screen.queryByTestId('mail-message')).toBeNull()
})

it('with an app password the mail arrives, and other words in the field are another attempt', async () => {
  const person = await signIn('wh3s vs3c enyc eym7 p5dx')
  expect(screen.getAllByTestId('mail-message')).toHaveLength(3)
  await person.type(screen.getByTestId('field-mail-password'), 'x')
  expect(screen.queryByTestId('mail-message')).toBeNull()
  expect(screen.getByTestId('action-mail-sign-in')).toBeInTheDocument()
})

it('a server that does not answer refuses nobody', async () => {
  shell.instead.mail_app_sign_in = () => ({ answer: 'unreachable' })
  await signIn('blue-boat')
  expect(screen.getByTestId('mail-unreachable')).toBeInTheDocument()
  expect(screen.queryByTestId('mail-refused')).toBeNull()
})

it('tries again every ten seconds if it is asked to', async () => {
  const person = await signIn('blue-boat')
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  await person.click(screen.getByTestId('field-mail-again'))
  const tries = () => shell.calls.filter(({ command }) => command === 'mail_app_sign_in').length
  expect(tries()).toBe(1)
  act(() => void vi.advanceTimersByTime(10_000))
  await settle()
  expect(tries()).toBe(2)
})

it('a scenario that begins anew finds the app as it was at first', async () => {
  const { person } = open(<MailAppWindow />)
  await settle()
  await person.type(screen.getByTestId('field-mail-name'), 'ben@contoso.example')
  act(() => shell.emit('stage-cards', 'security'))
  expect(screen.getByTestId('field-mail-name')).toHaveValue('')
})
