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
    ['callers.acts', codes.callerActs],
    ['callers.question.acts', codes.callerActs],
    ['callers.checks', codes.callerChecks],
    ['callers.ways', codes.callerWays],
    ['callers.waits', codes.callerWays],
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

/** The terms of the field: where the English text has one, the other languages have theirs. */
const terms: [english: RegExp, inOthers: Record<'nl' | 'zh-TW' | 'zh-CN', RegExp>][] = [
  [/app passwords?\b/i, { nl: /app-?wachtwoord/i, 'zh-TW': /應用程式密碼/, 'zh-CN': /应用密码/ }],
  [/hardware tokens?\b/i, { nl: /hardwaretoken/i, 'zh-TW': /硬體權杖/, 'zh-CN': /硬件令牌/ }],
  [/verification codes?\b/i, { nl: /verificatiecode/i, 'zh-TW': /驗證碼/, 'zh-CN': /验证码/ }],
  [/text messages?\b/i, { nl: /sms/i, 'zh-TW': /簡訊/, 'zh-CN': /短信/ }],
  [/trusted devices?\b/i, { nl: /vertrouwde? appara(at|ten)/i, 'zh-TW': /受信任的?裝置/, 'zh-CN': /受信任的?设备/ }],
  [/help desk\b/i, { nl: /helpdesk/i, 'zh-TW': /技術支援中心/, 'zh-CN': /技术支持人员/ }],
  [/office phone\b/i, { nl: /bureautelefoon/i, 'zh-TW': /辦公室電話/, 'zh-CN': /办公电话/ }],
  [/mobile app\b/i, { nl: /mobiele app/i, 'zh-TW': /行動應用程式/, 'zh-CN': /移动应用/ }],
  [/recovery sheet\b/i, { nl: /herstelblad/i, 'zh-TW': /復原/, 'zh-CN': /恢复/ }],
]

describe.each(['nl', 'zh-TW', 'zh-CN'] as const)('the terms of %s', (language) => {
  it.each(terms)('are one for %s', (term, others) => {
    const words = flat(languages[language])
    const using = [...english].filter(([, text]) => term.test(text))
    expect(using.length).toBeGreaterThan(0)
    expect(using.flatMap(([key, text]) => (others[language].test(words.get(key) ?? '') ? [] : [[key, text, words.get(key)]]))).toEqual([])
  })
})

describe('the English words', () => {
  it.each([
    ['vault.locking.title', 'Lock automatically'],
    ['vault.locking.idle', 'When idle'],
    ['vault.sheet.giveTitle', 'Confirm your recovery sheet'],
    ['vault.backups.now', 'Back up now'],
    ['settings.asSystem', 'Use system setting'],
    ['settings.themes.system', 'Use system setting'],
    ['quickAccess.title', 'Quick access'],
    ['settings.sections.quickAccess.title', 'Quick access'],
    ['demo.reset', 'Reset demo'],
    ['errors.number_mismatch.title', "The number didn't match"],
    ['stepUp.title', 'Verify again to make this change'],
    ['errors.step_up_required.title', 'Verify again to make this change'],
    ['activity.end', 'No older activity'],
    ['accounts.tags.manageHint', 'Renaming a tag renames it on every account. Unused tags are removed.'],
    ['appPasswords.deleteAndGoOn', 'Delete and continue'],
    ['registration.allSet', "You're all set"],
  ])('at %s say: %s', (key, phrase) => {
    expect(english.get(key)).toBe(phrase)
  })

  it.each([
    ['phone.addTitle', { name: english.get('phone.named.office') }, 'Add office phone'],
    ['errors.incorrect_code.detail_other', { triesLeft: '4' }, '4 tries left.'],
    ['errors.incorrect_code.detail_one', { triesLeft: '1' }, '1 try left.'],
    ['appPasswords.limit', { limit: '40' }, "You've reached the limit of 40 app passwords. Delete one to create another."],
    ['demo.signInAs', { name: 'Ann' }, 'Sign in as Ann'],
  ])('at %s with %o say: %s', (key, values: Record<string, string | undefined>, phrase) => {
    expect(english.get(key)?.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')).toBe(phrase)
  })

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
