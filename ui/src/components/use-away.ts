// Whether another window has the focus. A secret is hidden meanwhile, so that other people cannot read it.

import { useEffect, useState } from 'react'

export function useAway(): boolean {
  const [away, setAway] = useState(false)
  useEffect(() => {
    const leave = () => setAway(true)
    const come = () => setAway(false)
    window.addEventListener('blur', leave)
    window.addEventListener('focus', come)
    return () => {
      window.removeEventListener('blur', leave)
      window.removeEventListener('focus', come)
    }
  }, [])
  return away
}
