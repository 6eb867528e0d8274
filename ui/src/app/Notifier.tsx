// Draws the small messages of the whole window, where nothing lies that they could be about: in the gap of the navigation's column,
// and in a narrower window at the top, over the heading of the page.

import { useCallback, useState, useSyncExternalStore, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { NotifyContext, type Notify } from '../components/notify'
import { onDemand } from '../components/on-demand'

const Toasts = onDemand(async () => (await import('./Toasts')).Toasts)

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
  const inColumn = useSyncExternalStore(onWide, () => wide.matches)
  const [place, setPlace] = useState<HTMLElement | null>(null)
  const [told, setTold] = useState<string[]>([])
  const notify = useCallback<Notify>((text) => setTold((before) => [...before, text]), [])
  return (
    <NotifyContext value={notify}>
      {children}
      <section aria-label={t('common.messages')} ref={setPlace}>
        {/* It comes when the window is drawn, and stays: with it stays what puts the page back in reach when the last dialog closes. */}
        {place && <Toasts told={told} inColumn={inColumn} place={place} />}
      </section>
    </NotifyContext>
  )
}
