// The settings of the service.

import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'

import { setServiceSettings } from '../../../../tests/made-up-shell/service-settings'
import { fault, shell } from '../../../../tests/made-up-shell/shell'
import { open } from '../../../../tests/render'
import { whatHolds } from '../../../state/hold'
import { SettingsPanel } from './SettingsPanel'

async function theSettings() {
  const { person: hands } = open(<SettingsPanel onUnsaved={vi.fn()} onMyPages={vi.fn()} />)
  await screen.findByTestId('group-lockout')
  return hands
}

type Hands = Awaited<ReturnType<typeof theSettings>>

async function type(hands: Hands, key: string, text: string) {
  await hands.clear(screen.getByTestId(`field-${key}`))
  await hands.type(screen.getByTestId(`field-${key}`), text)
}

async function review(hands: Hands) {
  await hands.click(screen.getByTestId('action-review-settings'))
  const dialog = await screen.findByTestId('dialog-review-settings')
  await waitFor(() => expect(screen.getByTestId('action-save-settings')).not.toHaveAttribute('aria-disabled', 'true'))
  return dialog
}

describe('a setting', () => {
  it('says what it does and its default, and is named after both', async () => {
    await theSettings()
    const row = screen.getByTestId('setting-rememberDeviceDays')
    expect(row).toHaveTextContent('Number of days users can trust devices for')
    expect(row).toHaveTextContent('Default: 14 days')
    expect(screen.getByRole('textbox', { name: 'Number of days users can trust devices for' })).toHaveAccessibleDescription(/Default: 14 days/)
    expect(screen.getByRole('switch', { name: 'Text message to phone' })).toBeChecked()
    expect(screen.getByRole('radio', { name: 'Allow users to create app passwords to sign in to non-browser apps' })).toBeChecked()
  })

  it('is found by its name, its meaning or its group', async () => {
    const hands = await theSettings()
    for (const [words, key] of [['trust devices', 'rememberDeviceDays'], ['carriers', 'callerId'], ['account lockout', 'lockoutMinutes']] as const) {
      await hands.clear(screen.getByTestId('field-search-settings'))
      await hands.type(screen.getByTestId('field-search-settings'), words)
      expect(screen.getByTestId(`setting-${key}`)).toBeVisible()
      expect(screen.queryByTestId('setting-organization')).toBeNull()
    }
    await hands.type(screen.getByTestId('field-search-settings'), 'nothing has this')
    await hands.click(screen.getByTestId('action-all-settings'))
    expect(screen.getByTestId('setting-organization')).toBeVisible()
  })

  it('that was changed from its default is listed alone, and gets it back', async () => {
    const hands = await theSettings()
    await hands.click(screen.getByTestId('filter-changed-from-default'))
    expect(screen.queryByTestId('setting-blockDays')).toBeNull()
    await hands.click(screen.getByTestId('default-organization'))
    expect(screen.getByTestId('field-organization')).toHaveValue('Proofup')
    await review(hands)
    await hands.click(screen.getByTestId('action-save-settings'))
    await waitFor(() => expect(screen.queryByTestId('setting-organization')).toBeNull())
    expect(shell.lastCall('change_settings')).toEqual({ version: 8, changes: { organization: null } })
  })

  it('that this app does not know is shown by its key, and can be changed', async () => {
    shell.world.serviceSettings.value.push({ key: 'futureLimit', kind: 'number', least: 1, most: 9, value: 3, default: 3 })
    const hands = await theSettings()
    expect(screen.getByTestId('group-other')).toHaveTextContent('futureLimit')
    await type(hands, 'futureLimit', '4')
    expect(await review(hands)).toHaveTextContent('3 → 4')
  })
})

describe('changes', () => {
  it('are shown with what they do, and saved together', async () => {
    const hands = await theSettings()
    await hands.click(screen.getByTestId('field-textMessageToPhone'))
    await hands.click(screen.getByTestId('choose-appPasswordsAllowed-no'))
    await type(hands, 'blockDays', '30')
    expect(screen.getByTestId('settings-bar')).toHaveTextContent('3 unsaved changes')
    const dialog = await review(hands)
    expect(within(dialog).getByTestId('change-appPasswordsAllowed')).toHaveTextContent('Allowed → Not allowed312 people keep working app passwords (1,118).')
    expect(within(dialog).getByTestId('change-textMessageToPhone')).toHaveTextContent('1,204 people have this method. It stops working.1 person is left without a method')
    expect(within(dialog).getByTestId('change-blockDays')).toHaveTextContent('90 days → 30 days')
    expect(shell.calls.filter(({ command }) => command === 'change_settings')).toHaveLength(0)
    await hands.click(screen.getByTestId('action-save-settings'))
    expect(await screen.findByText('Settings saved')).toBeVisible()
    expect(shell.lastCall('change_settings')).toEqual({ version: 8, changes: { textMessageToPhone: false, appPasswordsAllowed: null, blockDays: 30 } })
    expect(screen.queryByTestId('settings-bar')).toBeNull()
    expect(whatHolds()).toBeNull()
  })

  it('hold the window while they are not saved, and are discarded with one press', async () => {
    const hands = await theSettings()
    await type(hands, 'blockDays', '30')
    expect(whatHolds()).toBe('serviceSettings')
    await hands.click(screen.getByTestId('action-discard-settings'))
    expect(screen.getByTestId('field-blockDays')).toHaveValue('90')
    expect(whatHolds()).toBeNull()
  })

  it('of a single setting are undone alone', async () => {
    const hands = await theSettings()
    await type(hands, 'blockDays', '30')
    await hands.click(screen.getByTestId('field-logNames'))
    expect(screen.getByTestId('setting-blockDays')).toHaveTextContent('Saved: 90 days')
    await hands.click(screen.getByTestId('revert-blockDays'))
    expect(screen.getByTestId('settings-bar')).toHaveTextContent('1 unsaved change')
  })

  it('with a wrong value are marked and cannot be saved', async () => {
    const hands = await theSettings()
    await type(hands, 'lockoutDenials', '0')
    expect(screen.getByTestId('wrong-lockoutDenials')).toHaveTextContent('Enter a whole number from 1 to 100.')
    await type(hands, 'trustedNetworks', '0.0.0.0/0')
    expect(screen.getByTestId('wrong-trustedNetworks')).toHaveTextContent('0.0.0.0/0 is every address there is.')
    expect(screen.getByTestId('action-review-settings')).toHaveAttribute('aria-disabled', 'true')
  })

  it('that switch off the last verification option carry a warning', async () => {
    const hands = await theSettings()
    for (const key of ['textMessageToPhone', 'notificationThroughMobileApp', 'codeFromMobileApp']) await hands.click(screen.getByTestId(`field-${key}`))
    const dialog = await review(hands)
    expect(within(dialog).getByTestId('notice-no-method')).toHaveTextContent('No verification option is left')
  })

  it('stay in the dialog after a refusal, which names the setting', async () => {
    const hands = await theSettings()
    shell.instead.change_settings = () => {
      throw fault('invalid_request', { field: 'callerId' })
    }
    await type(hands, 'callerId', '12')
    await review(hands)
    await hands.click(screen.getByTestId('action-save-settings'))
    expect(await screen.findByTestId('fault-invalid_request')).toHaveTextContent('Field: Caller ID.')
    await hands.click(screen.getByTestId('action-cancel'))
    expect(screen.getByTestId('field-callerId')).toHaveValue('12')
  })

  it('can be saved although nobody could be counted', async () => {
    const hands = await theSettings()
    shell.instead.preview_settings = () => {
      throw fault('service_unreachable')
    }
    await type(hands, 'blockDays', '30')
    expect(await review(hands)).toHaveTextContent("Couldn't count who is affected.")
    await hands.click(screen.getByTestId('action-save-settings'))
    await waitFor(() => expect(shell.lastCall('change_settings')).toEqual({ version: 8, changes: { blockDays: 30 } }))
  })

  it('are kept while the service is away, and wait for it', async () => {
    shell.world.status = { ...shell.world.status, connection: 'offline' }
    const hands = await theSettings()
    await type(hands, 'blockDays', '30')
    expect(screen.getByTestId('action-review-settings')).toHaveAttribute('aria-disabled', 'true')
    expect(screen.getByTestId('field-blockDays')).toHaveValue('30')
  })
})

describe('two administrators at once', () => {
  /** Somebody else saves these after the page was read. */
  function meanwhile(changes: Parameters<typeof setServiceSettings>[1]) {
    setServiceSettings(shell.world.serviceSettings, changes)
    shell.world.adminActions.unshift({ id: 'a1', createdDateTime: '2026-03-12T09:43:00Z', actor: 'eva@contoso.example', action: 'settings_changed', subject: '', detail: null, before: null, after: null, bulkId: null, reason: null, callerCheck: null, clientAddress: null, correlationId: 'c' })
  }

  it('never overwrite each other: both values are shown, and the person chooses', async () => {
    const hands = await theSettings()
    await type(hands, 'smsCodeLifetimeSeconds', '300')
    await type(hands, 'blockDays', '30')
    meanwhile({ smsCodeLifetimeSeconds: 240, logNames: true })
    await review(hands)
    await hands.click(screen.getByTestId('action-save-settings'))
    const dialog = await screen.findByTestId('dialog-settings-met')
    expect(within(dialog).getByTestId('notice-settings-met')).toHaveTextContent('eva@contoso.example saved settings on')
    expect(within(dialog).getByTestId('settings-taken')).toHaveTextContent('Log first and last nameOff → On')
    const question = within(dialog).getByTestId('conflict-smsCodeLifetimeSeconds')
    expect(question).toHaveTextContent('Saved: 180 secondsKeep mine: 300 secondsUse theirs: 240 seconds')
    expect(screen.getByTestId('action-save-settings')).toHaveAttribute('aria-disabled', 'true')
    await hands.click(screen.getByTestId('keep-smsCodeLifetimeSeconds'))
    await waitFor(() => expect(screen.getByTestId('action-save-settings')).not.toHaveAttribute('aria-disabled', 'true'))
    await hands.click(screen.getByTestId('action-save-settings'))
    expect(await screen.findByText('Settings saved')).toBeVisible()
    expect(shell.lastCall('change_settings')).toEqual({ version: 9, changes: { smsCodeLifetimeSeconds: 300, blockDays: 30 } })
    expect(screen.getByTestId('field-logNames')).toBeChecked()
  })

  it('keep what was typed when the question is left open', async () => {
    const hands = await theSettings()
    await type(hands, 'smsCodeLifetimeSeconds', '300')
    meanwhile({ smsCodeLifetimeSeconds: 240 })
    await review(hands)
    await hands.click(screen.getByTestId('action-save-settings'))
    await screen.findByTestId('dialog-settings-met')
    await hands.click(screen.getByTestId('action-cancel'))
    expect(screen.getByTestId('field-smsCodeLifetimeSeconds')).toHaveValue('300')
    expect(screen.getByTestId('setting-smsCodeLifetimeSeconds')).toHaveTextContent('Saved: 240 seconds')
  })

  it('have nothing left to save when the other value is taken', async () => {
    const hands = await theSettings()
    await type(hands, 'smsCodeLifetimeSeconds', '300')
    meanwhile({ smsCodeLifetimeSeconds: 240 })
    await review(hands)
    await hands.click(screen.getByTestId('action-save-settings'))
    await screen.findByTestId('dialog-settings-met')
    const before = shell.calls.filter(({ command }) => command === 'change_settings').length
    await hands.click(screen.getByTestId('take-smsCodeLifetimeSeconds'))
    await waitFor(() => expect(screen.getByTestId('action-save-settings')).not.toHaveAttribute('aria-disabled', 'true'))
    await hands.click(screen.getByTestId('action-save-settings'))
    await waitFor(() => expect(screen.getByTestId('field-smsCodeLifetimeSeconds')).toHaveValue('240'))
    expect(shell.calls.filter(({ command }) => command === 'change_settings')).toHaveLength(before)
    expect(screen.queryByTestId('settings-bar')).toBeNull()
  })
})

describe('the page', () => {
  it('says why it could not be loaded, and is loaded again', async () => {
    shell.instead.settings_details = () => {
      throw fault('service_unreachable')
    }
    const { person: hands } = open(<SettingsPanel onUnsaved={vi.fn()} onMyPages={vi.fn()} />)
    await screen.findByTestId('fault-service_unreachable')
    shell.instead = {}
    await hands.click(screen.getByTestId('action-try-again'))
    expect(await screen.findByTestId('group-lockout')).toBeVisible()
  })
})
