// Whether the vault can be locked: only where a passphrase opens it. With the key in the keyring, locking would guard
// nothing.

import { useEffect, useState } from 'react'

import { about } from '../../backend/app'

export function useLockable(): boolean {
  const [lockable, setLockable] = useState(false)
  useEffect(() => {
    let closed = false
    void about().then(
      ({ keyring }) => {
        if (!closed) setLockable(keyring.state !== 'working')
      },
      () => undefined,
    )
    return () => {
      closed = true
    }
  }, [])
  return lockable
}
