// Tabs that may be too many for the width of the page.

import { screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { open } from '../../tests/render'
import { ManyTabs } from './ManyTabs'

const NAMES = ['one', 'two', 'three', 'four', 'five'] as const

// jsdom has no layout: each tab and the menu are 100 wide, and there is room for three of them.
const widths = [
  [HTMLElement.prototype, 'offsetWidth', 100],
  [Element.prototype, 'clientWidth', 320],
] as const
const usual = widths.map(([prototype, name]) => Object.getOwnPropertyDescriptor(prototype, name))
beforeEach(() => widths.forEach(([prototype, name, value]) => Object.defineProperty(prototype, name, { configurable: true, get: () => value })))
afterEach(() =>
  widths.forEach(([prototype, name], index) => {
    const before = usual[index]
    if (before) Object.defineProperty(prototype, name, before)
  }),
)

function Five() {
  const [value, setValue] = useState<(typeof NAMES)[number]>('one')
  return <ManyTabs label="Pages" more="More" panel="panel" value={value} onChange={setValue} tabs={NAMES.map((name) => ({ value: name, text: name, testId: `tab-${name}` }))} />
}

const shown = () => screen.getAllByRole('tab').map(({ textContent }) => textContent)

it('those without room are in a menu; one that is chosen there is shown, and has the focus', async () => {
  const { person: hands } = open(<Five />)
  expect(shown()).toEqual(['one', 'two'])
  await hands.click(screen.getByTestId('menu-more-tabs'))
  expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual(['three', 'four', 'five'])
  await hands.click(screen.getByTestId('more-tab-four'))
  expect(shown()).toEqual(['one', 'four'])
  expect(screen.getByRole('tab', { name: 'four' })).toHaveFocus()
})

it('the arrow keys reach all of them', async () => {
  const { person: hands } = open(<Five />)
  screen.getByRole('tab', { name: 'one' }).focus()
  await hands.keyboard('{ArrowRight}{ArrowRight}')
  expect(screen.getByRole('tab', { name: 'three' })).toHaveFocus()
  await hands.keyboard('{End}')
  expect(screen.getByRole('tab', { name: 'five' })).toHaveFocus()
})
