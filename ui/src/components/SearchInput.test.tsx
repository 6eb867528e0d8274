// A field to search in.

import { screen } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'

import { open } from '../../tests/render'
import { SearchInput } from './SearchInput'

const heard = vi.fn()

function Field() {
  const [value, setValue] = useState('')
  return <SearchInput placeholder="Search" value={value} onChange={setValue} testId="field" />
}

const draw = () =>
  open(
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- it hears what leaves the field
    <div onKeyDown={({ key }) => heard(key)}>
      <Field />
    </div>,
  )

describe('a search field', () => {
  it('says in words what clears it', async () => {
    const { person } = draw()
    await person.type(screen.getByRole('searchbox', { name: 'Search' }), 'ben')
    await person.click(screen.getByLabelText('Clear search'))
    expect(screen.getByRole('searchbox')).toHaveValue('')
  })

  it('takes the first Escape for itself, and leaves the next one to the page', async () => {
    const { person } = draw()
    await person.type(screen.getByRole('searchbox'), 'ben')
    heard.mockClear()
    await person.keyboard('{Escape}')
    expect(screen.getByRole('searchbox')).toHaveValue('')
    expect(heard).not.toHaveBeenCalled()
    await person.keyboard('{Escape}')
    expect(heard).toHaveBeenCalledWith('Escape')
  })
})
