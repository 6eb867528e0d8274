// Dialogs: keys, and dangerous actions.

import { fireEvent, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'

import { open } from '../../tests/render'
import { Action } from './Action'
import { ConfirmDialog } from './ConfirmDialog'
import { FormDialog } from './FormDialog'
import { PasswordInput } from './PasswordInput'

describe('Escape', () => {
  it.each([true, false])('closes a dialog (a question: %s) also after a press on the dimmed background', async (alert) => {
    const onCancel = vi.fn()
    const { person } = open(
      <FormDialog alert={alert} title="Lose it?" testId="dialog" onCancel={onCancel} actions={<Action>Yes</Action>} />,
    )
    const dialog = await screen.findByTestId('dialog')
    await waitFor(() => expect(dialog).toContainElement(document.activeElement as HTMLElement))
    const backdrop = document.querySelector('.fui-DialogSurface__backdrop') as HTMLElement
    expect(fireEvent.mouseDown(backdrop), 'the focus stays in the dialog').toBe(false)
    // A web view may remove the focus nevertheless.
    ;(document.activeElement as HTMLElement).blur()
    await person.keyboard('{Escape}')
    expect(onCancel).toHaveBeenCalledOnce()
  })

  it('closes the dialog on top, and not the one below', async () => {
    const below = vi.fn()
    const above = vi.fn()
    const { person } = open(
      <FormDialog title="Below" testId="below" onCancel={below} actions={<Action>Yes</Action>}>
        <ConfirmDialog title="Above" text="" testId="above" onYes={() => Promise.resolve()} onDone={() => undefined} onNo={above} />
      </FormDialog>,
    )
    await screen.findByTestId('above')
    ;(document.activeElement as HTMLElement | null)?.blur()
    await person.keyboard('{Escape}')
    expect(above).toHaveBeenCalledOnce()
    expect(below).not.toHaveBeenCalled()
  })
})

describe('a password', () => {
  function Passwords() {
    const [one, setOne] = useState('')
    const [two, setTwo] = useState('')
    return (
      <>
        <PasswordInput testId="one" aria-label="One" value={one} onChange={setOne} autoFocus />
        <PasswordInput testId="two" aria-label="Two" value={two} onChange={setTwo} />
      </>
    )
  }

  it('is left for the next field by one press of Tab', async () => {
    const { person } = open(<Passwords />)
    await person.keyboard('secret{Tab}')
    expect(await screen.findByTestId('two')).toHaveFocus()
  })

  it('is shown by its eye, and by Alt+F8 without a pointer', async () => {
    const { person } = open(<Passwords />)
    const one = await screen.findByTestId('one')
    await person.keyboard('{Alt>}{F8}{/Alt}')
    expect(one).toHaveAttribute('type', 'text')
    await person.click((await screen.findAllByRole('button', { name: 'Hide' }))[0] as HTMLElement)
    expect(one).toHaveAttribute('type', 'password')
  })
})

describe('a button that deletes something', () => {
  it('looks dangerous, in a question too', async () => {
    open(<ConfirmDialog danger title="Delete?" text="" testId="dialog" onYes={() => Promise.resolve()} onDone={() => undefined} onNo={() => undefined} />)
    expect(await screen.findByTestId('action-yes')).toHaveAttribute('data-danger')
    expect(await screen.findByTestId('action-no')).not.toHaveAttribute('data-danger')
  })
})
