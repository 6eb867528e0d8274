// The country list while a country is chosen.

import { screen } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'

import { open } from '../../tests/render'
import { PhoneNumberField, type TypedNumber } from './PhoneNumberField'

function Form() {
  const [value, setValue] = useState<TypedNumber>({ country: 'US', national: '', extension: '' })
  return <PhoneNumberField value={value} onChange={setValue} />
}

describe('the country list', () => {
  it('searches while a country is chosen: opened by a press, the field is there to type in', async () => {
    const { person } = open(<Form />)
    const field = await screen.findByRole('combobox')
    expect(field).toHaveValue('United States (+1)')
    await person.click(field)
    expect(field).toHaveValue('')
    expect(field).toHaveAttribute('placeholder', 'United States (+1)')
    await person.keyboard('nether')
    expect((await screen.findAllByRole('option')).map(({ textContent }) => textContent)).toEqual(['Netherlands (+31)', 'Caribbean Netherlands (+599)'])
    await person.click(await screen.findByRole('option', { name: 'Netherlands (+31)' }))
    expect(field).toHaveValue('Netherlands (+31)')
  })

  it('searches from the keyboard, and takes the first one that is found with Enter', async () => {
    const { person } = open(<Form />)
    await person.tab()
    await person.keyboard('belgi')
    expect((await screen.findAllByRole('option')).map(({ textContent }) => textContent)).toEqual(['Belgium (+32)'])
    await person.keyboard('{ArrowDown}{Enter}')
    expect(await screen.findByRole('combobox')).toHaveValue('Belgium (+32)')
  })

  it('keeps the chosen country when nothing else is chosen', async () => {
    const { person } = open(<Form />)
    const field = await screen.findByRole('combobox')
    await person.click(field)
    await person.keyboard('zzz')
    expect(await screen.findByText('No country or region found')).toBeInTheDocument()
    await person.keyboard('{Escape}')
    await person.tab()
    expect(field).toHaveValue('United States (+1)')
  })
})
