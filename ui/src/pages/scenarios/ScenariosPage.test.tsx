import { act, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { shell } from '../../../tests/made-up-shell/shell'
import { open } from '../../../tests/render'
import { settle } from '../../../tests/settle'
import ScenariosPage from './ScenariosPage'

describe('the cards of the demo', () => {
  it('name each scenario with its sentence, its length, and who plays', async () => {
    open(<ScenariosPage />)
    const card = await screen.findByTestId('scenario-old-mail-app')
    expect(card).toHaveTextContent('An old mail app')
    expect(card).toHaveTextContent("Ben's mail app cannot ask for a code.")
    expect(card).toHaveTextContent('2 minutes · Ben')
  })

  it('begin a scenario on the next morning at nine', async () => {
    const { person } = open(<ScenariosPage />)
    await person.click(await screen.findByTestId('scenario-first-day'))
    const { order } = shell.lastCall('stage_order') as { order: { ask: string; id: string; morning: number } }
    expect(order).toMatchObject({ ask: 'begin', id: 'first-day' })
    expect(new Date(order.morning).getHours()).toBe(9)
    expect(order.morning).toBeGreaterThan(Date.now())
    expect(order.morning).toBeLessThanOrEqual(Date.now() + 25 * 60 * 60_000)
  })

  it('offer to play without a story', async () => {
    const { person } = open(<ScenariosPage />)
    await person.click(await screen.findByTestId('scenario-free'))
    expect(shell.lastCall('stage_order')).toEqual({ order: { ask: 'freePlay' } })
  })

  it('offer to go on with a scenario that an earlier run left in the middle', async () => {
    shell.world.stage.unfinished = 'old-mail-app'
    const { person } = open(<ScenariosPage />)
    expect(await screen.findByTestId('notice-unfinished-scenario')).toHaveTextContent('You stopped in the middle of "An old mail app"')
    await person.click(screen.getByTestId('action-go-on'))
    expect(shell.lastCall('stage_order')).toEqual({ order: { ask: 'goOn' } })
  })

  it('begin the scenario of the command line by themselves, once', async () => {
    shell.world.stage.asked = 'first-day'
    open(<ScenariosPage />)
    await settle()
    act(() => shell.emit('stage-changed'))
    await settle()
    const begun = shell.calls.filter(({ command }) => command === 'stage_order')
    expect(begun.map(({ args }) => (args.order as { id: string }).id)).toEqual(['first-day'])
  })

  it('make everything large for a projector', async () => {
    const { person } = open(<ScenariosPage />)
    await person.click(await screen.findByTestId('field-projector'))
    expect(shell.lastCall('set_window_zoom')).toEqual({ percent: 150 })
  })
})
