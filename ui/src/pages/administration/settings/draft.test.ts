import { describe, expect, it } from 'vitest'

import type { Setting, SettingValue } from '../../../backend/administration'
import { changedIn, merge, patchOf, wrongIn } from './draft'

const number = (key: string, value: number): Setting => ({ key, kind: 'number', least: 1, most: 365, value, default: 14 })
const text = (key: string, value: string): Setting => ({ key, kind: 'text', least: null, most: null, value, default: '' })
const days = (value: number) => number('rememberDeviceDays', value)
const life = (value: number) => number('smsCodeLifetimeSeconds', value)
const networks = (value: string) => text('trustedNetworks', value)
const conflictsOf = (found: ReturnType<typeof merge>) => found.conflicts.map(({ setting, was, mine, theirs }) => [setting.key, was, mine, theirs] as [string, SettingValue, SettingValue, SettingValue])

describe('unsaved changes', () => {
  it('are not counted where the typed value is the saved one in another notation', () => {
    const settings = [days(14), networks('192.0.2.0/24, 2001:db8::/32')]
    expect(changedIn(settings, { rememberDeviceDays: ' 14', trustedNetworks: '192.0.2.0/24\n\n2001:db8::/32\n' })).toEqual([])
    expect(changedIn(settings, { trustedNetworks: '192.0.2.0/24' }).map(({ key }) => key)).toEqual(['trustedNetworks'])
  })

  it('are sent in the form of the service, and a default as null', () => {
    const settings = [days(30), life(180), networks('')]
    expect(patchOf(settings, { rememberDeviceDays: '14', smsCodeLifetimeSeconds: '240', trustedNetworks: '192.0.2.0/24\n10.0.0.0/8' })).toEqual({
      rememberDeviceDays: null,
      smsCodeLifetimeSeconds: 240,
      trustedNetworks: '192.0.2.0/24, 10.0.0.0/8',
    })
  })
})

describe('a typed value', () => {
  it.each(['', 'many', '0', '366', '1.5', '-1', '１４'])('%j is no number of days', (typed) => {
    expect(wrongIn(days(14), typed)).toEqual({ why: 'number', least: 1, most: 365 })
  })

  it.each(['192.0.2.0/24', '192.0.2.7', '2001:db8::/32', '::1', '10.0.0.0/8 2001:db8::/32'])('%j is a list of networks', (typed) => {
    expect(wrongIn(networks(''), typed)).toBeNull()
  })

  it.each(['192.0.2.0/33', '192.0.2', '300.0.0.1', 'contoso.example', '2001:db8::/129', '::1]/x', '1.2.3.4/'])('%j is no network', (typed) => {
    expect(wrongIn(networks(''), typed)?.why).toBe('network')
  })

  it.each(['0.0.0.0/0', '192.0.2.0/24\n::/0'])('%j would be everybody', (typed) => {
    expect(wrongIn(networks(''), typed)?.why).toBe('everywhere')
  })

  it('is at most fifty networks', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => `10.0.${index}.0/24`).join('\n')
    expect(wrongIn(networks(''), many(50))).toBeNull()
    expect(wrongIn(networks(''), many(51))).toEqual({ why: 'tooMany', most: 50 })
  })
})

describe('changes of two administrators', () => {
  it('to different settings are both kept', () => {
    const found = merge([days(14), life(180)], { rememberDeviceDays: '30' }, [days(14), life(240)])
    expect(found.edits).toEqual({ rememberDeviceDays: '30' })
    expect(conflictsOf(found)).toEqual([])
    expect(found.taken.map(({ setting, was }) => [setting.key, was, setting.value])).toEqual([['smsCodeLifetimeSeconds', 180, 240]])
  })

  it('to one setting are a question with all three values', () => {
    const found = merge([life(180)], { smsCodeLifetimeSeconds: '300' }, [life(240)])
    expect(conflictsOf(found)).toEqual([['smsCodeLifetimeSeconds', 180, 300, 240]])
    expect(found.edits).toEqual({ smsCodeLifetimeSeconds: '300' })
  })

  it('to the same value are no question and no change', () => {
    expect(merge([life(180)], { smsCodeLifetimeSeconds: '240' }, [life(240)])).toEqual({ edits: {}, taken: [], conflicts: [] })
  })

  it('leave what was typed and not changed out', () => {
    const found = merge([days(14)], { rememberDeviceDays: '14' }, [days(30)])
    expect(found.edits).toEqual({})
    expect(found.taken).toHaveLength(1)
  })
})
