// The keyboard shortcuts of the window.

import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'

import { open } from '../../tests/render'
import { useShortcuts } from './use-shortcuts'

function Page({ pressed }: { pressed: () => void }) {
  useShortcuts({ onHelp: vi.fn(), onShortcuts: vi.fn(), onLocked: vi.fn() })
  return (
    <main id="page">
      <div hidden>
        <input type="search" aria-label="People" />
        <button type="button" data-shortcut="new">
          Add person
        </button>
      </div>
      <input type="search" aria-label="Log" />
      <button type="button" data-shortcut="new" onClick={pressed}>
        Add token
      </button>
    </main>
  )
}

describe('a shortcut', () => {
  it('searches and adds on what is seen, not on a list that waits behind it', async () => {
    const pressed = vi.fn()
    const { person } = open(<Page pressed={pressed} />)
    await person.keyboard('/')
    expect(screen.getByRole('searchbox', { name: 'Log' })).toHaveFocus()
    await person.keyboard('{Control>}n{/Control}')
    expect(pressed).toHaveBeenCalledTimes(1)
  })
})
