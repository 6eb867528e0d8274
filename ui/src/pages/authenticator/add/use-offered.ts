// A picture or an export file dropped on the page, a picture pasted into it, or otpauth links pasted outside of a
// field.

import { useEffect, useRef, useState } from 'react'

import type { Found } from '../../../backend/scan'

export interface Offered {
  pictures?: File[]
  link?: string
  /** The export file of another authenticator. */
  file?: File
  /** Asks the shell for a source that it scans itself, with the name that the person sees. */
  scan?: { name: string; ask: () => Promise<Found> }
}

function picturesIn(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter(({ type }) => type === '' || type.startsWith('image/'))
}

/** A file with another type than a picture. Rust recognises its format. */
function exportIn(data: DataTransfer | null): File | undefined {
  return [...(data?.files ?? [])].find(({ type }) => !type.startsWith('image/'))
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && ['INPUT', 'TEXTAREA'].includes(target.tagName)
}

/** Whether a file is dragged over the window. `onOffered` is called only while `listening`. */
export function useOffered(onOffered: (offered: Offered) => void, listening = true): boolean {
  const [dragging, setDragging] = useState(false)
  const heard = useRef(onOffered)
  useEffect(() => {
    heard.current = onOffered
  })

  useEffect(() => {
    if (!listening) return
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setDragging(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDragging(false)
    }
    const drop = (event: DragEvent) => {
      setDragging(false)
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      const file = exportIn(event.dataTransfer)
      const pictures = picturesIn(event.dataTransfer)
      if (file) heard.current({ file })
      else if (pictures.length > 0) heard.current({ pictures })
    }
    const paste = (event: ClipboardEvent) => {
      const pictures = picturesIn(event.clipboardData)
      const text = event.clipboardData?.getData('text').trim() ?? ''
      if (pictures.length > 0) heard.current({ pictures })
      else if (!isField(event.target) && /^[\p{Cf}\s]*(apple-)?otpauth(-migration)?:/iu.test(text)) heard.current({ link: text })
      else return
      event.preventDefault()
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    window.addEventListener('paste', paste)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
      window.removeEventListener('paste', paste)
    }
  }, [listening])
  return listening && dragging
}
