// Every language has every text, with the same placeholders, and every code that can reach a person has a text.

import { describe, expect, it } from 'vitest'

import * as codes from '../src/backend/generated/codes'
import en from '../src/locales/en'
import nl from '../src/locales/nl'
import zhCN from '../src/locales/zh-CN'
import zhTW from '../src/locales/zh-TW'

const languages = { en, 'zh-TW': zhTW, 'zh-CN': zhCN, nl }

function flat(words: object, path = ''): Map<string, string> {
  const all = new Map<string, string>()
  for (const [key, value] of Object.entries(words)) {
    const here = path ? `${path}.${key}` : key
    if (typeof value === 'string') all.set(here, value)
    else for (const [below, text] of flat(value as object, here)) all.set(below, text)
  }
  return all
}

const gaps = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

const english = flat(en)

describe.each(Object.entries(languages))('the words of %s', (language, words) => {
  const all = flat(words)

  it('are as many as the English ones, and none is empty', () => {
    expect([...all.keys()].sort()).toEqual([...english.keys()].sort())
    expect([...all].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('have the placeholders of the English ones', () => {
    const differing = [...all].filter(([key, text]) => gaps(text).join() !== gaps(english.get(key) ?? '').join())
    expect(differing).toEqual([])
  })

  it.each([...codes.localFaults, ...codes.errorCodes, ...codes.denialReasons])('tell what %s is and what to do next', (code) => {
    expect(all.get(`errors.${code}.title`)).toBeTruthy()
    expect(all.get(`errors.${code}.next`)).toBeTruthy()
  })

  it.each([
    ['errors.phone_number_invalid.reasons', codes.phoneNumberFaults],
    ['errors.app_passwords_not_allowed.reasons', codes.appPasswordsUnavailable],
    ['registration.reasons', codes.registrationReasons],
    ['demo.stories', codes.demoStories],
    ['activity.with', codes.authenticationModes],
    ['activity.results', codes.signInResults],
    ['activity.reasons', codes.denialReasons],
    ['denials', codes.denialReasons],
    ['activity.kinds', codes.activityKinds],
    ['activity.changes', codes.accountChanges],
    ['errors.phone_unreachable.reasons', ['busy', 'no_answer', 'gateway']],
    ['approvals.states', codes.deviceStates],
    ['quickAccess.obstacles', codes.quickAccessObstacles],
    ['administration.log.modes', codes.authenticationModes],
    ['administration.log.results', codes.signInResults],
    ['administration.roles', codes.roles],
    ['administration.methods', codes.methodKinds],
    ['administration.person.locks', codes.lockKinds],
    ['administration.audit.what', codes.adminActions],
    ['errors.token_file_invalid.reasons', codes.tokenFileFaults],
    ['tokenInventory.file.faults', codes.tokenImportFaults],
    ['tokenInventory.file.warnings', codes.tokenImportWarnings],
    ['serviceSettings.effects', codes.settingsEffects.map((effect) => `${effect}_other`)],
  ] as const)('have every one of %s', (path, known) => {
    expect(known.filter((code) => !all.has(`${path}.${code}`))).toEqual([])
  })

  it('say why app passwords are not available, and what can still be done', () => {
    for (const reason of codes.appPasswordsUnavailable) {
      expect(all.get(`appPasswords.unavailable.${reason}.why`)).toBeTruthy()
      expect(all.get(`appPasswords.unavailable.${reason}.next`)).toBeTruthy()
    }
  })

  if (language !== 'en') {
    it('are translated: no sentence is left in English', () => {
      const left = [...all].filter(([key, text]) => text === english.get(key) && text.split(' ').length > 2)
      expect(left).toEqual([])
    })
  }
})

describe('the English words', () => {
  it('are plain: people are people and anyone, never whoever', () => {
    expect([...english].filter(([, text]) => /\b(who|what|which)ever\b/i.test(text))).toEqual([])
  })
})

describe('the Chinese words', () => {
  it('use full-width punctuation between Chinese characters', () => {
    const wrong = [...flat(zhTW), ...flat(zhCN)].filter(([, text]) => /\p{Script=Han}[,;:?!]|[,;:?!]\p{Script=Han}/u.test(text))
    expect(wrong).toEqual([])
  })

  it('do not use words of the other region', () => {
    expect([...flat(zhTW)].filter(([, text]) => /用戶|登錄|設備|信息|默認|軟件|程式碼/.test(text))).toEqual([])
    expect([...flat(zhCN)].filter(([, text]) => /您|账户|硬件标志|文本消息/.test(text))).toEqual([])
  })
})

describe('the Dutch words', () => {
  it('are formal', () => {
    expect([...flat(nl)].filter(([, text]) => /\b(je|jij|jouw|inloggen|uitloggen)\b/i.test(text))).toEqual([])
  })
})
