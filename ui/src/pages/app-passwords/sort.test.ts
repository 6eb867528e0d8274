// The order of the app passwords.

import { expect, it } from 'vitest'

import type { AppPassword } from '../../backend/app-passwords'
import { pressed, sorted } from './sort'

const row = (displayName: string, createdDateTime: string, lastUsedDateTime: string | null): AppPassword => ({
  id: displayName,
  displayName,
  createdDateTime,
  lastUsedDateTime,
  lastUsedFrom: null,
  lastUsedProtocol: null,
  lastUsedFrontEnd: null,
  lastUsedClient: null,
  protocols: [],
  addressRanges: [],
  unusedDays: null,
  expiresDateTime: null,
})

const rows = [row('Device 10', '2026-01-03T00:00:00Z', null), row('device 2', '2026-01-02T00:00:00Z', '2026-02-01T00:00:00Z'), row('Älter', '2026-01-01T00:00:00Z', '2026-03-01T00:00:00Z')]
const names = (column: 'name' | 'created' | 'lastUsed', descending: boolean) => sorted(rows, { column, descending }, 'en').map(({ displayName }) => displayName)

it('sorts names by the language, and times chronologically', () => {
  expect(names('name', false)).toEqual(['Älter', 'device 2', 'Device 10'])
  expect(names('created', true)).toEqual(['Device 10', 'device 2', 'Älter'])
  expect(names('lastUsed', true)).toEqual(['Älter', 'device 2', 'Device 10'])
})

it('puts unused ones first when the longest unused come first', () => {
  expect(names('lastUsed', false)[0]).toBe('Device 10')
})

it('reverses when a column is pressed again', () => {
  const byName = pressed({ column: 'created', descending: true }, 'name')
  expect(byName).toEqual({ column: 'name', descending: false })
  expect(pressed(byName, 'name')).toEqual({ column: 'name', descending: true })
  expect(pressed(byName, 'lastUsed')).toEqual({ column: 'lastUsed', descending: true })
})
