// Draws the small messages of the whole window, where nothing lies that they could be about: in the gap of the navigation's column,
// and in a narrower window at the top, over the heading of the page.

import { makeStyles, Toast, Toaster, ToastTitle, useId, useToastController } from '@fluentui/react-components'
import { useCallback, useState, useSyncExternalStore, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { NotifyContext, type Notify } from '../components/notify'

const SHOWN_FOR = 5000

const useStyles = makeStyles({
  inColumn: { width: '248px' },
})

/** There the navigation has words, and room between its pages and its end. */
const wide = window.matchMedia('(min-width: 760px) and (min-height: 560px)')

function onWide(heard: () => void) {
  wide.addEventListener('change', heard)
  window.addEventListener('resize', heard)
  return () => {
    wide.removeEventListener('change', heard)
    window.removeEventListener('resize', heard)
  }
}

export function Notifier({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const inColumn = useSyncExternalStore(onWide, () => wide.matches)
  const id = useId('notifier')
  const [place, setPlace] = useState<HTMLElement | null>(null)
  const { dispatchToast } = useToastController(id)
  const notify = useCallback<Notify>(
    (text) => {
      dispatchToast(
        <Toast data-testid="toast">
          <ToastTitle>{text}</ToastTitle>
        </Toast>,
        { intent: 'success', timeout: SHOWN_FOR, pauseOnHover: true, pauseOnWindowBlur: true, position: inColumn ? 'bottom-start' : 'top' },
      )
    },
    [dispatchToast, inColumn],
  )
  return (
    <NotifyContext value={notify}>
      {children}
      <section aria-label={t('common.messages')} ref={setPlace}>
        {place && <Toaster toasterId={id} limit={2} mountNode={place} className={inColumn ? styles.inColumn : undefined} offset={inColumn ? { horizontal: 8, vertical: 188 } : { vertical: 8 }} />}
      </section>
    </NotifyContext>
  )
}
