import { act, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'

import { shell } from '../../tests/made-up-shell/shell'
import type { StageAct } from '../backend/stage'
import { perform } from './perform'

// jsdom draws nothing: what is in the document counts as drawn.
beforeEach(() => {
  Element.prototype.getClientRects = () => [{}] as unknown as DOMRectList
})

let acts = 0
async function does(deed: StageAct['deed'], on: string, more: Partial<StageAct> = {}) {
  acts += 1
  await act(() => perform({ id: acts, deed, on, holding: null, text: null, otherThan: null, atOnce: false, ...more }))
  return shell.lastCall('stage_done')?.done as { id: number; begun: boolean; done: boolean; text: string | null }
}

function Form({ onType }: { onType?: (text: string) => void }) {
  const [text, setText] = useState('')
  const [sent, setSent] = useState<string | null>(null)
  return (
    <>
      <input data-testid="field" value={text} onChange={({ target }) => {
        setText(target.value)
        onType?.(target.value)
      }} />
      <button type="button" data-testid="send" aria-label="Send: first" onClick={() => setSent('first')} />
      <button type="button" data-testid="send" aria-label="Send: second" onClick={() => setSent('second')} />
      {sent && <output data-testid="sent">{`${sent}: ${text}`}</output>}
    </>
  )
}

describe('an act', () => {
  it('types, presses the element that holds a text, and reads what came of it', async () => {
    render(<Form />)
    await does('fill', 'field', { text: 'hello' })
    expect(screen.getByTestId('field')).toHaveValue('hello')
    await does('press', 'send', { holding: 'second' })
    expect(await does('read', 'sent')).toEqual({ id: acts, begun: false, done: true, text: 'second: hello' })
  })

  it('says that it has begun before it says that it is done', async () => {
    render(<Form />)
    await does('see', 'field')
    const told = shell.calls.filter(({ command }) => command === 'stage_done').map(({ args }) => (args.done as { begun: boolean }).begun)
    expect(told).toEqual([true, false])
  })

  it('is done once, however often it is asked for', async () => {
    render(<Form />)
    await does('see', 'field')
    const before = shell.calls.length
    await act(() => perform({ id: acts, deed: 'see', on: 'field', holding: null, text: null, otherThan: null, atOnce: false }))
    expect(shell.calls.length).toBe(before)
  })

  it('types letter by letter for an audience, and at once when nobody is looking', async () => {
    const typed: string[] = []
    render(<Form onType={(text) => typed.push(text)} />)
    await does('fill', 'field', { text: 'abc' })
    await does('fill', 'field', { text: 'xyz', atOnce: true })
    expect(typed).toEqual(['a', 'ab', 'abc', 'xyz'])
  })

  it('reads the next code when the one before is still shown', async () => {
    render(<output data-testid="code">111111</output>)
    setTimeout(() => screen.getByTestId('code').replaceChildren('222222'), 100)
    expect((await does('read', 'code', { otherThan: '111111' })).text).toBe('222222')
  })

  it('waits until something is gone', async () => {
    expect((await does('gone', 'nothing')).done).toBe(true)
  })
})
