// A picture dropped on the page or pasted into it, or an otpauth link pasted where nobody types.

import { useEffect, useRef, useState } from 'react'

export interface Offered {
  picture?: File
  link?: string
}

function pictureIn(data: DataTransfer | null): File | undefined {
  return [...(data?.files ?? [])].find(({ type }) => type === '' || type.startsWith('image/'))
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && ['INPUT', 'TEXTAREA'].includes(target.tagName)
}

/** Whether something is being dragged over the window. `onOffered` hears only while `listening`. */
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
      const picture = pictureIn(event.dataTransfer)
      if (picture) heard.current({ picture })
    }
    const paste = (event: ClipboardEvent) => {
      const picture = pictureIn(event.clipboardData)
      const text = event.clipboardData?.getData('text').trim() ?? ''
      if (picture) heard.current({ picture })
      else if (!isField(event.target) && /^otpauth:/i.test(text)) heard.current({ link: text })
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
