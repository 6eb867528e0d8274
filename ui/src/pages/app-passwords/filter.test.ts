import { expect, it } from 'vitest'

import { appPasswordRows } from '../../../tests/made-up-shell/world'
import { hasUsage, usages } from './filter'

const rows = appPasswordRows(1)
const now = Date.parse('2026-03-01T00:00:00Z')

it('finds what was never used, and what was not used for 90 days', () => {
  const found = (createdDateTime: string, lastUsedDateTime: string | null) =>
    usages.filter((usage) => rows.every((row) => hasUsage({ ...row, createdDateTime, lastUsedDateTime }, usage, now)))
  expect(found('2026-02-28T00:00:00Z', null)).toEqual(['all', 'never'])
  expect(found('2025-12-01T00:00:00Z', null)).toEqual(['all', 'never', 'long'])
  expect(found('2025-01-01T00:00:00Z', '2025-12-01T00:00:00Z')).toEqual(['all', 'long'])
  expect(found('2025-01-01T00:00:00Z', '2025-12-01T00:00:01Z')).toEqual(['all'])
})
