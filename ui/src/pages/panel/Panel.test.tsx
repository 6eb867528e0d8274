import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { shell } from '../../../tests/made-up-shell/shell'
import { open } from '../../../tests/render'
import { settle } from '../../../tests/settle'
import { PanelColumn } from './PanelColumn'
import { Panel } from './Panel'

describe("the presenter's panel", () => {
  it('opens the present step, with where it is done and what to say', async () => {
    open(<Panel />)
    const present = await screen.findByTestId('stage-present')
    expect(present).toHaveTextContent('Ben, in the main window')
    expect(present).toHaveTextContent('The password is right.')
    expect(screen.getByTestId('stage-step')).toHaveTextContent('Step 2 of 5')
    expect(screen.getByRole('img', { name: 'Done' })).toBeInTheDocument()
  })

  it('lets the demo do the step, and moves on and back', async () => {
    const { person } = open(<Panel />)
    await person.click(await screen.findByTestId('action-do-it'))
    expect(screen.getByTestId('stage-step').dataset.done).toBe('2')
    await person.click(screen.getByTestId('action-stage-next'))
    expect(screen.getByTestId('stage-step')).toHaveTextContent('Step 3 of 5')
    await person.click(screen.getByTestId('action-stage-back'))
    expect(screen.getByTestId('stage-step')).toHaveTextContent('Step 2 of 5')
  })

  it('says what is missing when a step could not be done', async () => {
    const { playing } = shell.world.stage
    if (playing) playing.stuck = 'action-create'
    open(<Panel />)
    expect(await screen.findByTestId('notice-stuck')).toHaveTextContent('"action-create" is not on the screen.')
  })

  it('tells in plain words what the service wrote down, with the technical line behind', async () => {
    open(<Panel />)
    const rows = await screen.findAllByTestId('stage-feed-row')
    expect(rows[0]).toHaveTextContent('Denied: regular password instead of an app password · ben@contoso.example')
    expect(rows[1]).toHaveTextContent('Sent a text · Ben Carter')
    expect(rows[2]).toHaveTextContent('App password created · ben@contoso.example')
    expect(within(rows[0] as HTMLElement).getByText(/^sign_ins user_name=ben/)).toBeInTheDocument()
  })

  it('moves the clock on, stops the service, signs people in and shows windows', async () => {
    const { person } = open(<Panel />)
    await person.click(await screen.findByTestId('stage-clock-days'))
    expect(shell.lastCall('stage_order')).toEqual({ order: { ask: 'clock', seconds: 14 * 24 * 60 * 60 } })
    await person.click(screen.getByTestId('field-stage-service'))
    expect(shell.lastCall('stage_order')).toEqual({ order: { ask: 'service', running: false } })
    await person.click(screen.getByTestId('stage-person-eva'))
    expect(shell.lastCall('stage_order')).toEqual({ order: { ask: 'signIn', person: 'eva@contoso.example' } })
    await person.click(screen.getByTestId('stage-window-phone'))
    expect(shell.lastCall('stage_order')).toEqual({ order: { ask: 'show', window: 'phone' } })
  })

  it('stops one of two servers', async () => {
    shell.world.stage.servers = [
      { name: 'node-1', running: true },
      { name: 'node-2', running: true },
    ]
    const { person } = open(<Panel />)
    await person.click(await screen.findByTestId('field-stage-node-1'))
    expect(shell.lastCall('stage_order')).toEqual({ order: { ask: 'server', name: 'node-1', running: false } })
    expect(screen.getByTestId('field-stage-node-1')).not.toBeChecked()
    expect(screen.getByTestId('field-stage-node-2')).toBeChecked()
    expect(screen.queryByTestId('field-stage-service')).toBeNull()
  })

  it('offers nothing while a step is being done', async () => {
    const { playing } = shell.world.stage
    if (playing) playing.busy = true
    const { person } = open(<Panel />)
    expect(await screen.findByTestId('action-do-it')).toHaveTextContent('Working…')
    for (const action of ['action-do-it', 'action-stage-next', 'action-stage-back', 'action-start-over', 'stage-person-eva']) await person.click(screen.getByTestId(action))
    expect(shell.lastCall('stage_order')).toBeUndefined()
  })
})

describe('in the main window', () => {
  it("a clicker's keys move on and back, and no panel is there", async () => {
    const { person } = open(<PanelColumn />)
    await settle()
    await person.keyboard('{PageDown}')
    expect(shell.lastCall('stage_order')).toEqual({ order: { ask: 'next' } })
    await person.keyboard('{PageUp}')
    expect(shell.lastCall('stage_order')).toEqual({ order: { ask: 'back' } })
    expect(screen.queryByTestId('page-panel')).toBeNull()
  })

  it('the panel is a column where windows cannot be placed, while a scenario is played', async () => {
    shell.world.stage.docked = true
    open(<PanelColumn />)
    expect(await screen.findByRole('complementary', { name: "Presenter's panel" })).toBeInTheDocument()
    shell.world.stage.playing = null
    act(() => shell.emit('stage-changed'))
    await settle()
    expect(screen.queryByRole('complementary')).toBeNull()
  })
})
