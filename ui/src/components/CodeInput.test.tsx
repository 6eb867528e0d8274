// Six boxes for a code.

import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'

import { CodeInput, isWholeCode } from './CodeInput'

function Boxes({ start = '', longest }: { start?: string; longest?: number }) {
  const [code, setCode] = useState(start)
  return (
    <>
      <CodeInput label="Enter code" value={code} onChange={setCode} longest={longest} />
      <output>{code}</output>
    </>
  )
}

const box = (place: number) => screen.getByLabelText(`Digit ${place} of 6`)
const code = () => screen.getByRole('status').textContent

/** A form that refuses the code. */
function Refusing() {
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState(false)
  const type = (typed: string) => {
    setCode(typed)
    setWrong(false)
  }
  return (
    <>
      <CodeInput label="Enter code" value={code} onChange={type} wrong={wrong} autoFocus />
      <button onClick={() => setWrong(true)}>Verify</button>
      <output>{code}</output>
    </>
  )
}

describe('the boxes of a code that was refused', () => {
  const refused = async (typed: string) => {
    render(<Refusing />)
    await userEvent.keyboard(typed)
    await userEvent.click(screen.getByRole('button', { name: 'Verify' }))
  }

  it('show it, and take the next digits as a new code', async () => {
    await refused('111111')
    expect(box(1)).toHaveFocus()
    expect(code()).toBe('111111')
    await userEvent.keyboard('861441')
    expect(code()).toBe('861441')
  })

  it('take a new code that begins with the same digits', async () => {
    await refused('111111')
    await userEvent.keyboard('112233')
    expect(code()).toBe('112233')
  })
})

describe('the six boxes', () => {
  it('move on with each digit', async () => {
    render(<Boxes />)
    await userEvent.type(box(1), '492039')
    expect(code()).toBe('492039')
    expect(box(6)).toHaveFocus()
  })

  it('take a whole code that is pasted into any of them, with its gaps', async () => {
    render(<Boxes />)
    await userEvent.click(box(4))
    await userEvent.paste(' 492 039 ')
    expect(code()).toBe('492039')
  })

  it('take a whole code that the system fills into the first', () => {
    render(<Boxes />)
    expect(box(1)).toHaveAttribute('autocomplete', 'one-time-code')
    fireEvent.change(box(1), { target: { value: '492039' } })
    expect(code()).toBe('492039')
  })

  it('accept only digits', async () => {
    render(<Boxes />)
    await userEvent.type(box(1), 'a1-b2')
    expect(code()).toBe('12')
  })

  it('wait until an input method is done, and read its full-width digits', () => {
    render(<Boxes />)
    fireEvent.compositionStart(box(1))
    fireEvent.change(box(1), { target: { value: 'ㄅ' } })
    expect(code()).toBe('')
    ;(box(1) as HTMLInputElement).value = '４'
    fireEvent.compositionEnd(box(1))
    expect(code()).toBe('4')
  })

  it('go back with Backspace in an empty box', async () => {
    render(<Boxes start="12" />)
    await userEvent.click(box(3))
    await userEvent.keyboard('{Backspace}')
    expect(code()).toBe('1')
    expect(box(2)).toHaveFocus()
  })

  it('replace the digit in a filled box', async () => {
    render(<Boxes start="123456" />)
    await userEvent.click(box(2))
    await userEvent.keyboard('9')
    expect(code()).toBe('193456')
  })

  it('move with the arrow keys', async () => {
    render(<Boxes start="123456" />)
    await userEvent.click(box(2))
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}')
    expect(box(3)).toHaveFocus()
  })
})

describe('a whole code', () => {
  it('is six digits', () => {
    expect(isWholeCode('492039')).toBe(true)
    expect(isWholeCode('49203')).toBe(false)
    expect(isWholeCode('4 2039')).toBe(false)
  })
})

describe('the boxes where a hardware token may have made the code', () => {
  it('increase with the typed digits, up to eight', async () => {
    render(<Boxes longest={8} />)
    await userEvent.type(box(1), '492039')
    expect(screen.getAllByRole('textbox')).toHaveLength(6)
    await userEvent.keyboard('1')
    await screen.findByLabelText('Digit 7 of 7')
    await userEvent.keyboard('7')
    expect(code()).toBe('49203917')
    expect(screen.getAllByRole('textbox')).toHaveLength(8)
  })

  it('accept a longer pasted code, up to their maximum', async () => {
    render(<Boxes longest={8} />)
    await userEvent.click(box(1))
    await userEvent.paste('4920391788')
    expect(code()).toBe('49203917')
  })

  it('are complete with six to eight digits', () => {
    expect(['492039', '4920391', '49203917'].every((typed) => isWholeCode(typed, 8))).toBe(true)
    expect(['49203', '492 39', '492039178'].some((typed) => isWholeCode(typed, 8))).toBe(false)
    expect(isWholeCode('4920391')).toBe(false)
  })
})
