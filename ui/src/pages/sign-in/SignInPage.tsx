// Signing in: account and password, then the second step on the same card.

import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { demoPeople, type DemoPerson } from '../../backend/demo'
import type { Fault } from '../../backend/fault'
import { cancelSignIn, signIn, type SecondStep, type SignInStep } from '../../backend/sign-in'
import { Page } from '../../components/Page'
import { useCommand } from '../../state/command'
import { useStatus } from '../../state/status'
import { DemoPeople } from './DemoPeople'
import { PasswordStep } from './PasswordStep'
import { SecondStepCard } from './SecondStepCard'
import { ServiceNotStarted } from './ServiceNotStarted'

export default function SignInPage() {
  const { t } = useTranslation()
  const [userName, setUserName] = useState('')
  const [password, setPassword] = useState('')
  const [second, setSecond] = useState<{ step: SecondStep; toldAt: number } | null>(null)
  const command = useCommand()
  const people = useDemoPeople()

  const take = (step: SignInStep) => {
    // The status event that follows a finished sign-in takes this page away.
    if (step.step === 'secondStep') setSecond({ step, toldAt: Date.now() })
    else setPassword('')
  }
  const begin = () => void command.run(async () => take(await signIn(userName.trim(), password)))
  const end = (fault: Fault) => {
    setSecond(null)
    setPassword('')
    command.show(fault)
  }
  const back = () => {
    setSecond(null)
    setPassword('')
    void cancelSignIn().catch(() => undefined)
  }

  return (
    <Page title={t('signIn.title')} testId="page-sign-in" width="narrow" headingInside unfinished={second !== null}>
      {second ? (
        <SecondStepCard second={second.step} toldAt={second.toldAt} userName={userName} onStep={take} onEnded={end} onBack={back} />
      ) : (
        <>
          <ServiceNotStarted />
          <PasswordStep
            userName={userName}
            password={password}
            onUserName={setUserName}
            onPassword={setPassword}
            command={command}
            onSubmit={begin}
          />
          {people.length > 0 && (
            <DemoPeople
              people={people}
              onPick={(person) => {
                command.clear()
                setUserName(person.userPrincipalName)
                setPassword(person.password)
              }}
            />
          )}
        </>
      )}
    </Page>
  )
}

function useDemoPeople(): DemoPerson[] {
  const demo = useStatus()?.demo ?? false
  const [people, setPeople] = useState<DemoPerson[]>([])
  useEffect(() => {
    if (!demo) return
    let closed = false
    demoPeople().then(
      (found) => {
        if (!closed) setPeople(found)
      },
      () => undefined,
    )
    return () => {
      closed = true
    }
  }, [demo])
  return people
}
