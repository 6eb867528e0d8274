// The section *Quick access* of the settings.

import { fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { fault, shell } from '../../../../tests/made-up-shell/shell'
import { open } from '../../../../tests/render'
import { openSettings } from '../../../state/settings'
import { QuickAccessSection } from './QuickAccessSection'

beforeEach(() => openSettings())

describe('the tray', () => {
  it('is off at first, and so are the options that need it', async () => {
    const { person } = open(<QuickAccessSection />)
    const close = await screen.findByTestId('field-close-to-tray')
    expect(screen.getByTestId('field-tray')).not.toBeChecked()
    expect(close).toHaveAttribute('aria-disabled', 'true')
    expect(close).toHaveAccessibleDescription('Turn on the icon first.')
    await person.click(close)
    expect(shell.world.settings.quickAccess.closeToTray).toBe(false)
  })

  it('can be switched on, which enables the options that need it', async () => {
    const { person } = open(<QuickAccessSection />)
    await person.click(await screen.findByTestId('field-tray'))
    await waitFor(() => expect(shell.world.settings.quickAccess.tray).toBe(true))
    await person.click(screen.getByTestId('field-close-to-tray'))
    await person.click(screen.getByTestId('field-start-hidden'))
    await waitFor(() => expect(shell.world.settings.quickAccess).toMatchObject({ tray: true, closeToTray: true, startHidden: true }))
  })

  it('says why a desktop has none, and can be switched off nevertheless', async () => {
    shell.world.quickAccess.noTray = 'no_tray'
    shell.world.settings.quickAccess.tray = true
    await openSettings()
    const { person } = open(<QuickAccessSection />)
    const tray = await screen.findByTestId('field-tray')
    expect(tray).toHaveAccessibleDescription(/doesn't show tray icons/)
    expect(screen.getByTestId('field-start-hidden')).toHaveAccessibleDescription(/doesn't show tray icons/)
    await person.click(tray)
    await waitFor(() => expect(tray).not.toBeChecked())
    expect(tray).toHaveAttribute('aria-disabled', 'true')
  })

  it('notices that the desktop has one now', async () => {
    shell.world.quickAccess.noTray = 'no_tray'
    open(<QuickAccessSection />)
    expect(await screen.findByTestId('field-tray')).toHaveAttribute('aria-disabled', 'true')
    shell.world.quickAccess.noTray = null
    shell.emit('quick-access-changed')
    await waitFor(() => expect(screen.getByTestId('field-tray')).not.toHaveAttribute('aria-disabled', 'true'))
  })
})

describe('the start with the session', () => {
  it('shows the setting of the desktop', async () => {
    const { person } = open(<QuickAccessSection />)
    const start = await screen.findByTestId('field-session-start')
    await person.click(start)
    await waitFor(() => expect(start).toBeChecked())
    expect(shell.lastCall('set_session_start')).toEqual({ on: true })
  })

  it('is not the demo’s', async () => {
    shell.world.quickAccess.noSessionStart = 'demo'
    const { person } = open(<QuickAccessSection />)
    const start = await screen.findByTestId('field-session-start')
    expect(start).toHaveAccessibleDescription('The demo leaves your desktop session alone.')
    await person.click(start)
    expect(shell.lastCall('set_session_start')).toBeUndefined()
  })
})

describe('the shortcut', () => {
  const press = (keys: Partial<KeyboardEventInit>) => fireEvent.keyDown(screen.getByTestId('field-shortcut'), keys)

  it('can be set and removed', async () => {
    const { person } = open(<QuickAccessSection />)
    await person.click(await screen.findByTestId('action-choose-shortcut'))
    press({ key: 'Control', code: 'ControlLeft', ctrlKey: true })
    expect(screen.getByTestId('action-save-shortcut')).toHaveAttribute('aria-disabled', 'true')
    press({ key: 'p', code: 'KeyP', ctrlKey: true, altKey: true })
    expect(screen.getByTestId('field-shortcut')).toHaveValue('Ctrl+Alt+P')
    await person.click(screen.getByTestId('action-save-shortcut'))
    await waitFor(() => expect(screen.getByTestId('card-shortcut')).toHaveTextContent('Ctrl+Alt+P brings Proofup to the front'))
    await person.click(screen.getByTestId('action-remove-shortcut'))
    await waitFor(() => expect(screen.getByTestId('card-shortcut')).toHaveTextContent('None set.'))
  })

  it('of another program is not saved', async () => {
    const { person } = open(<QuickAccessSection />)
    await person.click(await screen.findByTestId('action-choose-shortcut'))
    press({ key: 't', code: 'KeyT', ctrlKey: true, altKey: true })
    await person.click(screen.getByTestId('action-save-shortcut'))
    expect(await screen.findByTestId('fault-shortcut_taken')).toBeInTheDocument()
    press({ key: 'T', code: 'KeyT', shiftKey: true })
    expect(screen.queryByTestId('fault-shortcut_taken')).not.toBeInTheDocument()
    await person.click(screen.getByTestId('action-save-shortcut'))
    expect(await screen.findByTestId('fault-shortcut_invalid')).toHaveTextContent("so that normal typing isn't affected")
    expect(shell.world.settings.quickAccess.shortcut).toBeNull()
  })

  it('may have another name on a desktop that asks the person', async () => {
    shell.world.settings.quickAccess.shortcut = 'Ctrl+Alt+P'
    shell.world.quickAccess.heldKeys = 'Ctrl+Alt+Q'
    await openSettings()
    open(<QuickAccessSection />)
    const card = await screen.findByTestId('card-shortcut')
    expect(card).toHaveTextContent('Ctrl+Alt+Q brings Proofup to the front')
    shell.world.quickAccess.heldKeys = null
    shell.emit('quick-access-changed')
    await waitFor(() => expect(card).toHaveTextContent("Ctrl+Alt+P isn't working"))
  })

  it('that the person refuses in the desktop’s question is not kept', async () => {
    shell.instead.set_shortcut = () => {
      throw fault('shortcut_refused')
    }
    const { person } = open(<QuickAccessSection />)
    await person.click(await screen.findByTestId('action-choose-shortcut'))
    press({ key: 'p', code: 'KeyP', ctrlKey: true, altKey: true })
    await person.click(screen.getByTestId('action-save-shortcut'))
    expect(await screen.findByTestId('fault-shortcut_refused')).toHaveTextContent('allow them when your desktop asks')
  })

  it('says that it is not active', async () => {
    shell.world.settings.quickAccess.shortcut = 'Ctrl+Alt+P'
    await openSettings()
    open(<QuickAccessSection />)
    expect(await screen.findByTestId('card-shortcut')).toHaveTextContent('another program uses these keys')
  })

  it('says why a desktop on Wayland gives none', async () => {
    shell.world.quickAccess.noShortcut = 'wayland'
    open(<QuickAccessSection />)
    const choose = await screen.findByTestId('action-choose-shortcut')
    expect(choose).toHaveAttribute('aria-disabled', 'true')
    expect(screen.getByTestId('card-shortcut')).toHaveTextContent('for the command proofup-desktop')
  })
})
