// Says to screen readers, without taking the focus, what the eye sees in a row or a bar.

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
  // The same words twice are news only when the text differs.
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
