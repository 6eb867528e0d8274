// The unsaved changes of the service settings, and their merge with what somebody else saved meanwhile.

import type { Setting, SettingValue } from '../../../backend/administration'
import { networkFault, type NetworkFault } from './networks'

/** What is typed, by key: texts as they stand in their fields. */
export type Edits = Readonly<Record<string, string | boolean>>

/** Why a typed value cannot be saved. */
export type Wrong = { why: 'number'; least: number; most: number } | NetworkFault | { why: 'organization' } | { why: 'tooLong' }

const LONGEST_GREETING = 300
const LONGEST_NAME = 64

/** The text of a value, as a field shows it. */
export function textOf(setting: Setting, value: SettingValue): string {
  return setting.key === 'trustedNetworks' ? networksIn(String(value)).join('\n') : String(value)
}

const networksIn = (text: string) => text.split(/[\s,]+/).filter(Boolean)

/** What a field holds as a value of the setting. A number that is none stays a text. */
export function valueOf(setting: Setting, typed: string | boolean): SettingValue {
  if (typeof typed === 'boolean') return typed
  if (setting.key === 'trustedNetworks') return networksIn(typed).join(', ')
  if (setting.kind !== 'number') return typed.trim()
  return /^\d+$/.test(typed.trim()) ? Number(typed) : typed
}

/** The value that the page shows: the typed one, or the saved one. */
export const shownValue = (setting: Setting, edits: Edits): SettingValue => {
  const typed = edits[setting.key]
  return typed === undefined ? setting.value : valueOf(setting, typed)
}

/** Networks are the same in any notation of their list. */
const same = (setting: Setting, one: SettingValue, other: SettingValue) => valueOf(setting, textOf(setting, one)) === valueOf(setting, textOf(setting, other))

/** The settings whose typed value differs from the saved one. */
export const changedIn = (settings: Setting[], edits: Edits): Setting[] => settings.filter((setting) => !same(setting, shownValue(setting, edits), setting.value))

export const isDefault = (setting: Setting, edits: Edits): boolean => same(setting, shownValue(setting, edits), setting.default)

/** What is sent; a default is given back as `null`, so that it follows the service's. */
export function patchOf(settings: Setting[], edits: Edits): Record<string, SettingValue | null> {
  return Object.fromEntries(changedIn(settings, edits).map((setting) => [setting.key, isDefault(setting, edits) ? null : shownValue(setting, edits)]))
}

/** Why a typed value cannot be saved; null if nothing is known against it. The service has the last word. */
export function wrongIn(setting: Setting, typed: string | boolean | undefined): Wrong | null {
  if (typeof typed !== 'string') return null
  if (setting.kind === 'number') {
    const value = valueOf(setting, typed)
    const { least, most } = setting
    return least !== null && most !== null && (typeof value !== 'number' || value < least || value > most) ? { why: 'number', least, most } : null
  }
  const text = typed.trim()
  const length = [...text].length
  if (setting.key === 'organization') return length === 0 || length > LONGEST_NAME || text.includes(':') ? { why: 'organization' } : null
  if (setting.key === 'callGreeting') return length > LONGEST_GREETING ? { why: 'tooLong' } : null
  return setting.key === 'trustedNetworks' ? networkFault(networksIn(typed)) : null
}

/** A setting that both changed, to different values. */
export interface Conflict {
  setting: Setting
  was: SettingValue
  mine: SettingValue
  theirs: SettingValue
}

export interface Merge {
  /** The typed changes that are still changes. */
  edits: Edits
  /** What only the others changed: it is taken. */
  taken: { setting: Setting; was: SettingValue }[]
  /** What both changed: it is asked. */
  conflicts: Conflict[]
}

/** Compares what was read, what is typed, and what is saved now. */
export function merge(read: Setting[], edits: Edits, now: Setting[]): Merge {
  const before = new Map(read.map((setting) => [setting.key, setting]))
  const mine = new Set(changedIn(read, edits).map(({ key }) => key))
  const still = new Set(changedIn(now, edits).map(({ key }) => key))
  const merged: Merge = { edits: Object.fromEntries(Object.entries(edits).filter(([key]) => mine.has(key) && still.has(key))), taken: [], conflicts: [] }
  for (const setting of now) {
    const was = before.get(setting.key)?.value
    if (was === undefined || same(setting, was, setting.value)) continue
    if (!mine.has(setting.key)) merged.taken.push({ setting, was })
    else if (still.has(setting.key)) merged.conflicts.push({ setting, was, mine: shownValue(setting, edits), theirs: setting.value })
  }
  return merged
}

/** The typed changes without those of some settings. */
export const without = (edits: Edits, keys: string[]): Edits => Object.fromEntries(Object.entries(edits).filter(([key]) => !keys.includes(key)))
