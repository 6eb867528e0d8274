// The cost of a key press in the search field with a thousand accounts, compared with only comparing as many texts. A
// key press has 16 ms.

import { bench, describe } from 'vitest'

import { sorted } from '../../src/pages/authenticator/arrange'
import { matching } from '../../src/pages/authenticator/search'
import { account } from '../made-up-shell/world'

const accounts = Array.from({ length: 1000 }, (_, index) =>
  account(`${index}`, `Issuer ${index}`, `ann.${index}@contoso.example`, { tags: ['Work'], note: 'Recovery codes are in the safe', uses: index % 7 }),
)
const texts = accounts.map(({ issuer, account, note }) => `${issuer} ${account} ${note}`.toLowerCase())

describe('a key pressed in the search field, 1,000 accounts', () => {
  bench('floor: one comparison of each text', () => {
    texts.filter((text) => text.includes('ann.77'))
  })
  bench('the first key: every text is prepared', () => {
    matching(
      accounts.map((one) => ({ ...one })),
      'ann.77',
    )
  })
  bench('every further key', () => {
    matching(accounts, 'ann.77')
  })
})

describe('1,000 accounts put in order', () => {
  bench('by name', () => {
    sorted(accounts, 'name', 'en')
  })
  bench('by use', () => {
    sorted(accounts, 'mostUsed', 'en')
  })
})
