// Finds questions and error codes by any of their words.

import type { TFunction } from 'i18next'

import { denialReasons, errorCodes, localFaults } from '../../backend/generated/codes'
import { codeWords } from '../../components/fault-words'
import { groups, type GroupId, type TopicAction, type TopicId } from './topics'

export interface Topic {
  id: TopicId
  title: string
  steps: string[]
  actions: TopicAction[]
  /** The text that is searched. */
  text: string
}

export interface TopicGroup {
  id: GroupId
  title: string
  topics: Topic[]
}

export interface CodeEntry {
  code: string
  title: string
  /** The details, for a code with reasons. */
  reasons: string[]
  next: string
  text: string
}

/** Ignores accents, case and the width of letters. */
const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

export function topicGroups(t: TFunction): TopicGroup[] {
  const words = t('help.topics', { returnObjects: true })
  return groups.map(([id, members]) => ({
    id,
    title: t(`help.groups.${id}`),
    topics: members.map(([topic, ...actions]) => {
      const { title, steps, words: more } = words[topic]
      return { id: topic, title, steps, actions, text: plain([title, ...steps, more].join(' ')) }
    }),
  }))
}

/** Every code that can reach a person, and common codes of other programs. */
export function codeEntries(t: TFunction, language: string): CodeEntry[] {
  const own = [...new Set<string>([...errorCodes, ...denialReasons, ...localFaults])].map((code) => ({ code, ...codeWords(code, language) }))
  const foreign = Object.entries(t('help.codes', { returnObjects: true })).map(([code, words]) => ({ code, ...words, reasons: [] as string[] }))
  return [...foreign, ...own].map((entry) => ({ ...entry, text: plain([entry.code, entry.title, ...entry.reasons, entry.next].join(' ')) }))
}

/** Whether it contains each of the typed words. */
export function finds(search: string): (entry: { text: string }) => boolean {
  const words = plain(search).split(/\s+/).filter(Boolean)
  return ({ text }) => words.every((word) => text.includes(word))
}
