// Changes of the settings, one after the other.

import { beforeEach, expect, it } from 'vitest'

import { shell } from '../../tests/made-up-shell/shell'
import { changeSettings, currentSettings, openSettings } from './settings'

beforeEach(() => openSettings())

it('keeps both of two changes that are made at once', async () => {
  await Promise.all([changeSettings({ theme: 'dark' }), changeSettings({ zoom: 125 })])
  expect(shell.world.settings).toMatchObject({ theme: 'dark', zoom: 125 })
  expect(currentSettings()).toMatchObject({ theme: 'dark', zoom: 125 })
})

it('saves a change though the one before it was refused', async () => {
  const refused = changeSettings({ serviceAddress: 'nowhere' })
  const saved = changeSettings({ zoom: 125 })
  await expect(refused).rejects.toMatchObject({ code: 'service_address_invalid' })
  await saved
  expect(shell.world.settings).toMatchObject({ serviceAddress: 'http://127.0.0.1:8440', zoom: 125 })
})
