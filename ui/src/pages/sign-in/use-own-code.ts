// Whether this computer's authenticator can do the second step; checked again when the vault is unlocked.

import { useEffect, useState } from 'react'

import { ownCodePossible } from '../../backend/sign-in'
import { useStatus } from '../../state/status'

export function useOwnCode(codesCount: boolean): boolean {
  const vault = useStatus()?.vault.state
  const [possible, setPossible] = useState(false)
  useEffect(() => {
    if (!codesCount) return
    let closed = false
    ownCodePossible().then(
      (found) => {
        if (!closed) setPossible(found)
      },
      () => undefined,
    )
    return () => {
      closed = true
    }
  }, [codesCount, vault])
  return possible && codesCount
}
