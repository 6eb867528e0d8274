import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'

import { fault, shell } from '../../../tests/made-up-shell/shell'
import { settle } from '../../../tests/settle'
import type { PhoneCall, PhoneMessage } from '../../backend/demo'
import { speak } from '../../state/language'
import { DemoPhonePage } from './DemoPhonePage'

const message = (id: string, more: Partial<PhoneMessage> = {}): PhoneMessage => ({
  id,
  to: '+1 4255550155',
  text: `Use verification code 4289${id} for Contoso authentication.`,
  receivedDateTime: new Date(Date.UTC(2026, 0, 1, 9, 41, Number(id))).toISOString(),
  owner: 'Ann Example',
  ...more,
})
const max = { to: '+31 612345678', owner: 'Max Many' }

async function openPhone(messages: PhoneMessage[]) {
  shell.world.messages = messages
  render(
    <FluentProvider theme={webLightTheme}>
      <DemoPhonePage />
    </FluentProvider>,
  )
  await settle()
}

beforeEach(async () => {
  shell.reset()
  await speak('en')
})

const call = (more: Partial<PhoneCall> = {}): PhoneCall => ({
  id: 'c1',
  to: '+1 4255550155',
  owner: 'Ann Example',
  callerId: '+1 4255550100',
  spoken: 'Please press the # key to finish your verification.',
  language: 'en',
  state: 'ringing',
  ...more,
})

describe('a call', () => {
  it('rings, is answered, speaks and takes keys', async () => {
    await openPhone([])
    act(() => {
      shell.world.calls = [call()]
      shell.emit('phone-calls', shell.world.calls)
    })
    expect(screen.getByRole('heading', { name: 'Incoming call' })).toBeInTheDocument()
    expect(screen.getByTestId('phone-call')).toHaveTextContent('From +1 4255550100')
    expect(screen.queryByTestId('phone-call-spoken')).not.toBeInTheDocument()
    await userEvent.click(screen.getByTestId('action-answer'))
    expect(screen.getByTestId('phone-call-spoken')).toHaveTextContent('Please press the # key')
    await userEvent.click(screen.getByRole('button', { name: 'Key #' }))
    expect(shell.lastCall('press_phone_key')).toEqual({ id: 'c1', key: '#' })
    expect(screen.getByTestId('phone-call-spoken')).toHaveTextContent('You are verified')
    await userEvent.click(screen.getByTestId('action-close-call'))
    expect(screen.queryByTestId('phone-call')).not.toBeInTheDocument()
  })

  it('takes the keys of the keyboard', async () => {
    shell.world.calls = [call({ state: 'talking' })]
    await openPhone([])
    await userEvent.keyboard('0')
    expect(shell.lastCall('press_phone_key')).toEqual({ id: 'c1', key: '0' })
  })

  it.each([
    ['action-decline', 'decline'],
    ['action-ignore', 'ignore'],
    ['action-voicemail', 'voicemail'],
  ])('can be left by %s', async (button, action) => {
    shell.world.calls = [call()]
    await openPhone([])
    if (button !== 'action-decline') await userEvent.click(screen.getByTestId('action-other-answers'))
    await userEvent.click(screen.getByTestId(button))
    expect(shell.lastCall('act_on_call')).toEqual({ id: 'c1', action })
  })

  it('that was declined shows no message', async () => {
    shell.world.calls = [call()]
    await openPhone([])
    await userEvent.click(screen.getByTestId('action-decline'))
    expect(screen.getByRole('heading', { name: 'Call ended' })).toBeInTheDocument()
    expect(screen.queryByTestId('phone-call-spoken')).not.toBeInTheDocument()
  })

  it('that ended before the window opened is not shown', async () => {
    shell.world.calls = [call({ state: 'ended' })]
    await openPhone([])
    expect(screen.queryByTestId('phone-call')).not.toBeInTheDocument()
  })
})

describe('a reply', () => {
  it('goes to the newest text', async () => {
    await openPhone([message('11'), message('12')])
    await userEvent.type(screen.getByTestId('field-reply'), '428912{Enter}')
    expect(shell.lastCall('reply_to_message')).toEqual({ id: '12', text: '428912' })
    expect(screen.getByTestId('field-reply')).toHaveValue('')
  })
})

describe('the demo phone', () => {
  it('explains itself while there are no texts, and says that it is not a real phone', async () => {
    await openPhone([])
    expect(screen.getByTestId('empty-demo-phone')).toHaveTextContent('Texts arrive here')
    expect(screen.getByTestId('page-demo-phone')).toHaveTextContent('not a real phone')
  })

  it('names the person whose phone it is, and shows the newest text at the bottom', async () => {
    await openPhone([message('12'), message('11')])
    expect(screen.getByTestId('phone-owner')).toHaveTextContent('Phone of Ann Example')
    const texts = screen.getAllByTestId('phone-message-text').map(({ textContent }) => textContent)
    expect(texts[1]).toContain('428912')
    expect(screen.getAllByTestId('phone-message-to')[0]).toHaveTextContent('To Ann Example, +1 4255550155')
  })

  it('copies only the code, and spells it out', async () => {
    await openPhone([message('11')])
    await userEvent.click(screen.getByRole('button', { name: 'Copy code 4 2 8 9 1 1' }))
    expect(shell.lastCall('copy_text')).toEqual({ text: '428911' })
    expect(await screen.findByText('Copied')).toBeInTheDocument()
  })

  it('shows a new text once, and announces it', async () => {
    await openPhone([message('11')])
    expect(screen.getByTestId('announcer')).toBeEmptyDOMElement()
    await act(async () => {
      shell.emit('phone-message', message('12'))
      shell.emit('phone-message', message('12'))
    })
    expect(screen.getAllByTestId('phone-message')).toHaveLength(2)
    expect(screen.getByTestId('announcer')).toHaveAttribute('role', 'status')
    expect(screen.getByTestId('announcer')).toHaveTextContent('New message to Ann Example: Use verification code 428912')
  })

  it('shows the texts of several phones together, or of one', async () => {
    await openPhone([message('11'), message('12', max), message('13')])
    expect(screen.getAllByTestId('phone-message')).toHaveLength(3)
    await userEvent.selectOptions(screen.getByTestId('field-phone'), 'Max Many, +31 612345678')
    expect(screen.getByTestId('phone-owner')).toHaveTextContent('Phone of Max Many')
    expect(within(screen.getByTestId('phone-message')).getByTestId('phone-message-code')).toHaveTextContent('428912')
  })

  it('says that it was started again', async () => {
    shell.instead.page_restarted = () => true
    await openPhone([])
    expect(await screen.findByTestId('notice-restarted')).toBeInTheDocument()
  })

  it('shows why it cannot load the texts', async () => {
    shell.instead.phone_messages = () => {
      throw fault('app_fault')
    }
    await openPhone([])
    expect(await screen.findByTestId('fault-app_fault')).toBeInTheDocument()
  })
})

describe('the data of the phone', () => {
  it('includes the owner of a number as soon as it is registered', async () => {
    await openPhone([message('11', { owner: null })])
    expect(screen.getByTestId('page-demo-phone')).toHaveTextContent('Nobody has set up this number yet')
    shell.world.messages = [message('11')]
    act(() => shell.emit('phone-holders'))
    await waitFor(() => expect(screen.getByTestId('phone-owner')).toHaveTextContent('Phone of Ann Example'))
  })

  it('includes the owner of a token', async () => {
    await openPhone([])
    await userEvent.click(await screen.findByRole('button', { name: 'Demo hardware tokens' }))
    const token = { serialNumber: '40117', model: 'OTP c200', owner: 'Ben Carter', clockAheadSeconds: 0, code: '287082', codeUntil: Date.now() + 30_000, periodSeconds: 30 }
    shell.instead.demo_tokens = () => [token]
    act(() => shell.emit('phone-holders'))
    await waitFor(() => expect(screen.getByTestId('demo-tokens')).toHaveTextContent('Ben Carter'))
  })

  it('about a QR code is cleared when another one is shown', async () => {
    shell.instead.phone_scan = () => {
      throw fault('setup_gone')
    }
    await openPhone([])
    await userEvent.click(screen.getByTestId('action-phone-scan'))
    expect(await screen.findByTestId('fault-setup_gone')).toBeInTheDocument()
    act(() => shell.emit('phone-set-up'))
    expect(screen.queryByTestId('fault-setup_gone')).not.toBeInTheDocument()
  })
})

describe('the hardware tokens of the demo', () => {
  it('are in a drawer and show their codes', async () => {
    await openPhone([])
    await userEvent.click(await screen.findByRole('button', { name: 'Demo hardware tokens' }))
    expect(screen.getByTestId('demo-token-40117')).toHaveTextContent('287082')
    expect(screen.getByTestId('demo-tokens')).toHaveTextContent('Its clock is 20 minutes fast')
  })
})
