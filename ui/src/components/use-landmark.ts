// The container of a tooltip or a menu: the dialog or part of the window with its control, so that a screen reader
// finds it there.

import { useCallback, useState } from 'react'

export function useLandmark(): { landmark: HTMLElement | undefined; findLandmark: (control: HTMLElement | null) => void } {
  const [landmark, setLandmark] = useState<HTMLElement>()
  const findLandmark = useCallback((control: HTMLElement | null) => {
    if (control) setLandmark(control.closest<HTMLElement>('[role="dialog"], [role="alertdialog"], main, nav') ?? undefined)
  }, [])
  return { landmark, findLandmark }
}
