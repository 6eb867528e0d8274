import { describe, expect, it } from 'vitest'

import type { PhoneMessage } from '../../backend/demo'
import { codeIn, inOrder, phonesOf } from './phones'

const message = (id: string, to: string, owner: string | null, second: number): PhoneMessage => ({
  id,
  to,
  owner,
  text: id,
  receivedDateTime: new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString(),
})

describe('the phones', () => {
  it('are the numbers that got messages, the latest first, by the name known last', () => {
    const messages = [message('m1', '+1 1', null, 1), message('m2', '+1 2', 'Max Many', 2), message('m3', '+1 1', 'Ann Example', 3)]
    expect(phonesOf(messages)).toEqual([
      { number: '+1 1', owner: 'Ann Example' },
      { number: '+1 2', owner: 'Max Many' },
    ])
  })
})

describe('the messages', () => {
  it('occur once each, the oldest first', () => {
    const [one, two] = [message('m1', '+1 1', null, 1), message('m2', '+1 1', null, 2)]
    expect(inOrder([two, one, two])).toEqual([one, two])
  })
})

describe('the code in a text', () => {
  it.each([
    ['Use verification code 428911 for Contoso authentication.', '428911'],
    ['請使用驗證碼 004217 進行 Contoso 驗證。', '004217'],
    ['驗證碼004217。', '004217'],
  ])('of %j is %s', (text, code) => {
    expect(codeIn(text)?.code).toBe(code)
  })

  it('is null if there is none', () => {
    expect(codeIn('Call +31 612345678901 or wait until 9.')).toBeNull()
  })
})
