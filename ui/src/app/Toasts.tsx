// The toasts of the window, loaded when it is rendered.

import { makeStyles, Toast, Toaster, ToastTitle, useId, useToastController } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'

import { currentSettings } from '../state/settings'

const SHOWN_FOR = 5000
/** In a large window, where reading takes longer: for an audience, or for eyes that need it. */
const SHOWN_FOR_LARGE = 10_000
const LARGE = 150

const useStyles = makeStyles({
  inColumn: { width: '248px' },
})

export interface ToastsProps {
  /** All messages, the newest last. */
  told: string[]
  /** Whether the navigation's column has space for them. */
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
        { intent: 'success', timeout: currentSettings().zoom >= LARGE ? SHOWN_FOR_LARGE : SHOWN_FOR, pauseOnHover: true, pauseOnWindowBlur: true, position: inColumn ? 'bottom-start' : 'top' },
      )
    }
    shown.current = told.length
  }, [told, inColumn, dispatchToast])
  return <Toaster toasterId={id} limit={2} mountNode={place} className={inColumn ? styles.inColumn : undefined} offset={inColumn ? { horizontal: 8, vertical: 188 } : { vertical: 8 }} />
}
