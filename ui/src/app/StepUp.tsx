// Step-up: the second step of the sign-in page, in a dialog, before an action that needs a recent one.

import { useEffect, useState } from 'react'

import { cancelSignIn, type SecondStep } from '../backend/sign-in'
import { onDemand } from '../components/on-demand'
import { useStatus } from '../state/status'

const NotMeDialog = onDemand(async () => (await import('../pages/activity/NotMeDialog')).NotMeDialog)
const SecondStepCard = onDemand(async () => (await import('../pages/sign-in/SecondStepCard')).SecondStepCard)

export function StepUp({ onSecurity }: { onSecurity: () => void }) {
  const status = useStatus()
  // Another person started it at this computer.
  const [notMe, setNotMe] = useState(false)
  return (
    <>
      {status?.stepUp && <Question first={status.stepUp} userName={status.person?.userPrincipalName ?? ''} onNotMe={() => setNotMe(true)} />}
      {notMe && (
        <NotMeDialog
          onClose={() => setNotMe(false)}
          onRegister={() => {
            setNotMe(false)
            onSecurity()
          }}
        />
      )}
    </>
  )
}

/** The status ends it as well: the shell repeats the waiting command, and its form shows the result. */
function Question({ first, userName, onNotMe }: { first: SecondStep; userName: string; onNotMe: () => void }) {
  const [second, setSecond] = useState(() => ({ step: first, toldAt: Date.now() }))
  useFocusBack()
  const cancel = () => void cancelSignIn().catch(() => undefined)
  return (
    <SecondStepCard
      dialog
      second={second.step}
      toldAt={second.toldAt}
      userName={userName}
      onStep={(step) => {
        if (step.step === 'secondStep') setSecond({ step, toldAt: Date.now() })
      }}
      onEnded={() => undefined}
      onBack={cancel}
      onNotMe={() => {
        onNotMe()
        cancel()
      }}
    />
  )
}

/** The waiting element may be a dialog, which gets the focus back. */
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
