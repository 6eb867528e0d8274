// Equal names.

import { expect, it } from 'vitest'

import { distinctNames } from './distinct-names'

const row = (id: string, displayName: string, month: number) => ({ id, displayName, createdDateTime: `2026-0${month}-01T00:00:00Z` })
const named = (...rows: ReturnType<typeof row>[]) => Object.fromEntries(distinctNames(rows))

it('does not change different names', () => {
  expect(named(row('a', 'vm', 1), row('b', 'Pixel 9', 2))).toEqual({ a: 'vm', b: 'Pixel 9' })
})

it('numbers equal ones by age, ignoring case', () => {
  expect(named(row('a', 'vm', 3), row('b', 'VM', 1), row('c', 'vm ', 2))).toEqual({ b: 'VM (1)', c: 'vm  (2)', a: 'vm (3)' })
})

it('does not use a number that is part of a name', () => {
  expect(named(row('a', 'vm', 1), row('b', 'vm', 2), row('c', 'vm (2)', 3))).toEqual({ a: 'vm (1)', b: 'vm (3)', c: 'vm (2)' })
})
