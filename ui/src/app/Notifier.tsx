// Shows the toasts of the window where they cover nothing related: in the gap of the navigation's column, and in a
// narrower window at the top, over the heading of the page.

import { useCallback, useState, useSyncExternalStore, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { NotifyContext, type Notify } from '../components/notify'
import { onDemand } from '../components/on-demand'

const Toasts = onDemand(async () => (await import('./Toasts')).Toasts)

/** From this width on, the navigation has labels, and space between its pages and its end. */
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
  const inColumn = useSyncExternalStore(onWide, () => wide.matches)
  const [place, setPlace] = useState<HTMLElement | null>(null)
  const [told, setTold] = useState<string[]>([])
  const notify = useCallback<Notify>((text) => setTold((before) => [...before, text]), [])
  return (
    <NotifyContext value={notify}>
      {children}
      <section aria-label={t('common.messages')} ref={setPlace}>
        {/* It is mounted with the window and stays, because it also makes the page accessible again when the last dialog closes. */}
        {place && <Toasts told={told} inColumn={inColumn} place={place} />}
      </section>
    </NotifyContext>
  )
}
