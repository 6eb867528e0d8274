// The small messages of the window, fetched when it is drawn.

import { makeStyles, Toast, Toaster, ToastTitle, useId, useToastController } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'

const SHOWN_FOR = 5000

const useStyles = makeStyles({
  inColumn: { width: '248px' },
})

export interface ToastsProps {
  /** All that was said, the newest last. */
  told: string[]
  /** There is room for them in the column of the navigation. */
  inColumn: boolean
  place: HTMLElement
}

export function Toasts({ told, inColumn, place }: ToastsProps) {
  const styles = useStyles()
  const id = useId('notifier')
  const { dispatchToast } = useToastController(id)
  const shown = useRef(0)
  useEffect(() => {
    for (const text of told.slice(shown.current)) {
      dispatchToast(
        <Toast data-testid="toast">
          <ToastTitle>{text}</ToastTitle>
        </Toast>,
        { intent: 'success', timeout: SHOWN_FOR, pauseOnHover: true, pauseOnWindowBlur: true, position: inColumn ? 'bottom-start' : 'top' },
      )
    }
    shown.current = told.length
  }, [told, inColumn, dispatchToast])
  return <Toaster toasterId={id} limit={2} mountNode={place} className={inColumn ? styles.inColumn : undefined} offset={inColumn ? { horizontal: 8, vertical: 188 } : { vertical: 8 }} />
}
