// The picture of an account, requested once and kept while the page is open.

import { useEffect, useState } from 'react'

import { accountPicture, type AccountRow } from '../../backend/authenticator'

type Asked = Pick<AccountRow, 'id' | 'picture'>
const known = new Map<string, string | null>()
const keyOf = ({ id, picture }: Asked) => `${id} ${picture}`

/** Pictures belong to an unlocked vault; the page forgets them with its accounts. */
export function forgetPictures() {
  known.clear()
}

export function useAccountPicture(account: Asked): string | null {
  const [, drawAgain] = useState(0)
  const key = keyOf(account)
  const { id, picture } = account
  useEffect(() => {
    if (picture === null || known.has(key)) return
    let closed = false
    void accountPicture(id).then(
      (answer) => {
        known.set(key, answer)
        if (!closed) drawAgain((times) => times + 1)
      },
      // Without its picture an account has its logo.
      () => undefined,
    )
    return () => {
      closed = true
    }
  }, [id, picture, key])
  return picture === null ? null : (known.get(key) ?? null)
}
