// Announces changes of a row or a bar to screen readers, without moving the focus.

import { makeStyles } from '@fluentui/react-components'
import { useCallback, useState } from 'react'

const useStyles = makeStyles({
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
})

export interface Announcement {
  said: string
  say: (text: string) => void
}

export function useAnnouncement(): Announcement {
  const [said, setSaid] = useState('')
  // The same text twice is announced only if it differs slightly.
  const say = useCallback((text: string) => setSaid((before) => (before === text ? `${text}\u00a0` : text)), [])
  return { said, say }
}

export function Announcer({ said }: { said: string }) {
  return (
    <div role="status" className={useStyles().unseen} data-testid="announcer">
      {said}
    </div>
  )
}
