// Typed and pasted text as plain characters.

import { describe, expect, it } from 'vitest'

import { digitsOf, plainText } from './typed'

describe('plain text', () => {
  it.each([
    ['\u2068+1 425 555 0123\u2069', '+1 425 555 0123'],
    ['+1 425\u2011555\u20130123', '+1 425-555-0123'],
    ['+1\u202f425\u00a0555\u30000123', '+1 425 555 0123'],
    ['\uff0b81\u300090\u30fc1234', '+81 90-1234'],
    ['+\u0661 \u0664\u0662\u0665', '+1 425'],
    ['+1\uff08425\uff09', '+1(425)'],
    ['', ''],
  ])('%j means %j', (typed, meant) => {
    expect(plainText(typed)).toBe(meant)
  })
})

describe('the digits of a code', () => {
  it.each(['\u0661\u0662\u0663\u0664\u0665\u0666', '\u200e123456', '123\u200b456', '123 456', '\uff11\uff12\uff13\uff14\uff15\uff16', '\u0967\u0968\u0969\u096a\u096b\u096c', '\u{1d7cf}\u{1d7d0}\u{1d7d1}456'])('are those of every script: %j', (typed) => {
    expect(digitsOf(typed)).toBe('123456')
  })
})
