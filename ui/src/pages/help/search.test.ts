// The search of the help page.

import i18next from 'i18next'
import { describe, expect, it } from 'vitest'

import { denialReasons, errorCodes, localFaults } from '../../backend/generated/codes'
import { speak } from '../../state/language'
import { codeEntries, finds, topicGroups } from './search'

const all = [...new Set<string>([...errorCodes, ...denialReasons, ...localFaults])]

describe.each(['en', 'nl', 'zh-TW', 'zh-CN'] as const)('the search in %s', (language) => {
  it('finds every error code, with title and next step and without open placeholders', async () => {
    await speak(language)
    const entries = codeEntries(i18next.t, language)
    for (const code of [...all, '0x800434D4L']) {
      const found = entries.filter(finds(code)).find((entry) => entry.code === code)
      expect(found?.title, code).toBeTruthy()
      expect(found?.next, code).toBeTruthy()
      expect(JSON.stringify(found)).not.toContain('{{')
    }
  })

  it('finds every question by its own title', async () => {
    await speak(language)
    const topics = topicGroups(i18next.t).flatMap((group) => group.topics)
    for (const { id, title } of topics) expect(topics.filter(finds(title)).map((topic) => topic.id)).toContain(id)
    expect(JSON.stringify(topics), 'labels are filled in').not.toContain('$t(')
  })
})

it('asks for each of the words, in any order, with or without accents', async () => {
  await speak('nl')
  const topics = topicGroups(i18next.t).flatMap((group) => group.topics)
  expect(topics.filter(finds('gestolen TELEFOON')).map(({ id }) => id)).toContain('lostPhone')
  expect(topics.filter(finds('beëindigd xyzzy'))).toEqual([])
  expect(topics.filter(finds('verifieren')).length).toBe(topics.filter(finds('verifiëren')).length)
})
