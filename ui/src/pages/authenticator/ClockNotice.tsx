// Warns when this computer's clock is so wrong that a service would refuse its codes; and, without a service that tells
// the time, when the system's clock is not synchronised.

import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { systemClock } from '../../backend/authenticator'
import { Notice } from '../../components/Notice'
import { useFormats } from '../../state/format'
import { useStatus } from '../../state/status'

const BEARABLE = 5

export function ClockNotice() {
  const { t } = useTranslation()
  const format = useFormats()
  const behind = useStatus()?.clockOffsetSeconds ?? null
  const untrusted = useUntrustedClock(behind === null)
  if (behind === null) {
    if (!untrusted) return null
    return (
      <Notice intent="warning" testId="notice-clock-unsynchronised" title={t('authenticator.clock.unsynchronised')}>
        {t('authenticator.clock.unsynchronisedText')}
      </Notice>
    )
  }
  if (Math.abs(behind) <= BEARABLE) return null
  const time = format.duration(Math.abs(behind))
  return (
    <Notice intent="warning" testId="notice-clock" title={behind > 0 ? t('authenticator.clock.slow', { time }) : t('authenticator.clock.fast', { time })}>
      {t('authenticator.clock.explained')}
    </Notice>
  )
}

/** The system is asked when the page opens, and when the person returns to the window: they may have set the clock. */
function useUntrustedClock(wanted: boolean): boolean {
  const [untrusted, setUntrusted] = useState(false)
  useEffect(() => {
    if (!wanted) return
    let closed = false
    const ask = () =>
      void systemClock().then(
        ({ synchronised }) => {
          if (!closed) setUntrusted(synchronised === false)
        },
        () => undefined,
      )
    ask()
    window.addEventListener('focus', ask)
    return () => {
      closed = true
      window.removeEventListener('focus', ask)
    }
  }, [wanted])
  return untrusted
}
