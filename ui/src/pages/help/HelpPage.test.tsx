// The help page.

import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'

import { faultWords } from '../../components/fault-words'
import { speak } from '../../state/language'
import { shell } from '../../../tests/made-up-shell/shell'
import { open } from '../../../tests/render'
import HelpPage from './HelpPage'
import { groups } from './topics'

async function thePage() {
  const onGo = vi.fn()
  const { person } = open(<HelpPage onGo={onGo} />)
  await screen.findByTestId('page-help')
  return { hands: person, onGo }
}
type Hands = Awaited<ReturnType<typeof thePage>>['hands']

const search = (hands: Hands, text: string) => hands.type(screen.getByRole('searchbox', { name: 'Search help and error codes' }), text)
const question = (name: string) => screen.getByRole('button', { name })

describe('a question', () => {
  it('opens in place, and ends with a button for its action', async () => {
    const { hands, onGo } = await thePage()
    expect(question("A mail app doesn't sign in")).toHaveAttribute('aria-expanded', 'false')
    await hands.click(question("A mail app doesn't sign in"))
    const answer = within(screen.getByTestId('help-mailApp'))
    expect(answer.getAllByRole('listitem')).toHaveLength(3)
    await hands.click(answer.getByRole('button', { name: 'Create app password' }))
    expect(onGo).toHaveBeenCalledWith({ page: 'security', tab: 'appPasswords', intent: 'createAppPassword' })
  })

  it('works with the keyboard only', async () => {
    const { hands } = await thePage()
    question('My codes are refused').focus()
    await hands.keyboard('{ArrowDown}')
    expect(question("A text message doesn't arrive")).toHaveFocus()
    await hands.keyboard('{Enter}')
    expect(question("A text message doesn't arrive")).toHaveAttribute('aria-expanded', 'true')
    await hands.keyboard('{End}')
    expect(question('Proofup says that it is offline')).toHaveFocus()
    await hands.keyboard('{Home}{ArrowUp}')
    expect(question('My codes are refused')).toHaveFocus()
  })

  it('uses the present labels of buttons', async () => {
    const { hands } = await thePage()
    await hands.click(question("A text message doesn't arrive"))
    expect(screen.getByTestId('help-noText')).toHaveTextContent('select "Send the code again"')
    expect(screen.getByTestId('page-help').textContent).not.toContain('$t(')
  })

  it('has a button each, in every language', async () => {
    for (const language of ['en', 'nl', 'zh-TW', 'zh-CN'] as const) {
      await speak(language)
      const { person, unmount } = open(<HelpPage onGo={vi.fn()} />)
      for (const header of await screen.findAllByRole('button', { expanded: false })) await person.click(header)
      const items = groups.flatMap(([, members]) => members.map(([id]) => id))
      for (const id of items) expect((await within(await screen.findByTestId(`help-${id}`)).findAllByTestId(/^action-help-/)).length, `${id} in ${language}`).toBeGreaterThan(0)
      expect(screen.getByTestId('page-help').textContent).not.toContain('$t(')
      unmount()
    }
  })
})

describe('an action on the help page', () => {
  it('compares the clock with the service', async () => {
    const { hands } = await thePage()
    await hands.click(question('My codes are refused'))
    await hands.click(screen.getByTestId('action-help-checkClock'))
    expect(await screen.findByText("This computer's clock is right.")).toBeInTheDocument()
    shell.world.status = { ...shell.world.status, clockOffsetSeconds: -40 }
    await hands.click(screen.getByTestId('action-help-checkClock'))
    expect(await screen.findByText(/clock is 40 seconds fast/)).toBeInTheDocument()
  })

  it('tries the service, offline too', async () => {
    shell.world.status = { ...shell.world.status, connection: 'offline' }
    const { hands } = await thePage()
    await hands.click(question('Proofup says that it is offline'))
    await hands.click(screen.getByTestId('action-help-tryService'))
    expect(await screen.findByText('The service does not answer yet.')).toBeInTheDocument()
    shell.world.status = { ...shell.world.status, connection: 'online' }
    await hands.click(screen.getByTestId('action-help-tryService'))
    expect(await screen.findByText('The service answers.')).toBeInTheDocument()
  })

  it('copies the details for the help desk, before sign-in too', async () => {
    shell.world.status = { ...shell.world.status, connection: 'signedOut', person: null }
    const { hands, onGo } = await thePage()
    await hands.click(question("I can't use any of my methods"))
    await hands.click(screen.getByTestId('action-help-copyDetails'))
    await screen.findByText('Copied')
    expect(shell.lastCall('copy_text')?.text).toMatch(/^Proofup: 0\.1\.0\nTime: .*\nService: Signed out$/)
    await hands.click(question('I want to change my password'))
    await hands.click(within(screen.getByTestId('help-changePassword')).getByRole('button', { name: 'Sign in' }))
    expect(onGo).toHaveBeenCalledWith({ page: 'security' })
  })
})

describe('search', () => {
  it('finds questions by words that are not in their titles, and opens a single result', async () => {
    const { hands } = await thePage()
    await search(hands, 'thunderbird')
    expect(await screen.findByText('1 result')).toBeInTheDocument()
    expect(question("A mail app doesn't sign in")).toHaveAttribute('aria-expanded', 'true')
  })

  it('finds an error code, with title and next step', async () => {
    const { hands } = await thePage()
    await search(hands, 'HARDWARE_token_exists')
    const entry = await screen.findByTestId('help-code-hardware_token_exists')
    expect(entry).toHaveTextContent(faultWords({ code: 'hardware_token_exists', params: {}, correlationId: null, time: 0 }).title)
  })

  it('finds the code of an old app in any spelling, and leads to the app password', async () => {
    const { hands, onGo } = await thePage()
    for (const typed of ['0x800434D4L', '0X800434d4', '800434D4']) {
      await hands.clear(screen.getByRole('searchbox'))
      await search(hands, typed)
      const entry = await screen.findByTestId('help-code-0x800434D4L')
      expect(entry).toHaveTextContent('This app cannot sign in to accounts with two-step verification')
      await hands.click(within(entry).getByRole('button', { name: 'Create app password' }))
    }
    expect(onGo).toHaveBeenCalledTimes(3)
  })

  it('without results explains that, with a next step', async () => {
    const { hands } = await thePage()
    await search(hands, 'xyzzy')
    expect(await screen.findByTestId('help-nothing')).toHaveTextContent('Nothing found for "xyzzy"')
    await hands.click(screen.getByTestId('action-clear-search'))
    expect(await screen.findByTestId('help-lostPhone')).toBeInTheDocument()
  })
})
