// Confirming it is you: the sign-in page's second step, over whatever the service will not do without a fresh one.

import { lazy, Suspense, useEffect, useState } from 'react'

import { cancelSignIn, type SecondStep } from '../backend/sign-in'
import { useStatus } from '../state/status'

const SecondStepCard = lazy(async () => ({ default: (await import('../pages/sign-in/SecondStepCard')).SecondStepCard }))

export function StepUp() {
  const status = useStatus()
  if (!status?.stepUp) return null
  return <Question first={status.stepUp} userName={status.person?.userPrincipalName ?? ''} />
}

/** Its end comes by the status as well: the shell repeats what waits, and whoever waits shows what came of it. */
function Question({ first, userName }: { first: SecondStep; userName: string }) {
  const [second, setSecond] = useState(() => ({ step: first, toldAt: Date.now() }))
  useFocusBack()
  return (
    <Suspense>
      <SecondStepCard
        dialog
        second={second.step}
        toldAt={second.toldAt}
        userName={userName}
        onStep={(step) => {
          if (step.step === 'secondStep') setSecond({ step, toldAt: Date.now() })
        }}
        onEnded={() => undefined}
        onBack={() => void cancelSignIn().catch(() => undefined)}
      />
    </Suspense>
  )
}

/** What waits may be a dialog itself, which then gets the focus back. */
function useFocusBack() {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      setTimeout(() => {
        const lost = document.activeElement === document.body || document.activeElement === null
        if (lost && before instanceof HTMLElement && before.isConnected) before.focus()
      })
    },
    [before],
  )
}
