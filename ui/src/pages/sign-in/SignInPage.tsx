// Signing in: account and password, then the second step on the same card.

import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { demoPeople, type DemoPerson } from '../../backend/demo'
import type { Fault } from '../../backend/fault'
import { cancelSignIn, signIn, type SecondStep, type SignInStep } from '../../backend/sign-in'
import { onDemand } from '../../components/on-demand'
import { Page } from '../../components/Page'
import { useCommand } from '../../state/command'
import { useSettings } from '../../state/settings'
import { useStatus } from '../../state/status'
import { DemoPeople } from './DemoPeople'
import { NotMeCard } from './NotMeCard'
import { PasswordStep } from './PasswordStep'
import { ServiceNotStarted } from './ServiceNotStarted'
import { ServiceLine, ServiceStep } from './ServiceStep'

const fetchSecondStep = async () => (await import('./SecondStepCard')).SecondStepCard
const SecondStepCard = onDemand(fetchSecondStep)

export default function SignInPage() {
  const { t } = useTranslation()
  const [userName, setUserName] = useState('')
  const [password, setPassword] = useState('')
  const [notMe, setNotMe] = useState(false)
  const [second, setSecond] = useState<{ step: SecondStep; toldAt: number } | null>(null)
  const command = useCommand()
  const people = useDemoPeople()
  const status = useStatus()
  const { serviceAddress } = useSettings()
  const [changingService, setChangingService] = useState(false)
  const offer = status?.serviceOffer ?? null
  const hasService = (status?.demo ?? false) || serviceAddress !== ''
  const asksForService = !hasService || changingService || offer !== null

  const take = (step: SignInStep) => {
    // The status event after a finished sign-in replaces this page.
    if (step.step === 'secondStep') setSecond({ step, toldAt: Date.now() })
    else setPassword('')
  }
  const begin = (name: string, secret: string) => {
    // The next parts load while the service answers.
    void fetchSecondStep().catch(() => undefined)
    void command.run(async () => take(await signIn(name, secret)))
  }
  const signInAs = (person: DemoPerson) => {
    setUserName(person.userPrincipalName)
    setPassword(person.password)
    begin(person.userPrincipalName, person.password)
  }
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

  const refuse = () => {
    back()
    setNotMe(true)
  }

  return (
    <Page title={t('signIn.title')} testId="page-sign-in" width="narrow" headingInside unfinished={second !== null}>
      {second ? (
        <SecondStepCard second={second.step} toldAt={second.toldAt} userName={userName} onStep={take} onEnded={end} onBack={back} onNotMe={refuse} />
      ) : notMe ? (
        <NotMeCard account={userName} onSignIn={() => setNotMe(false)} />
      ) : asksForService ? (
        <ServiceStep
          key={offer}
          offer={offer}
          onKeep={hasService ? () => setChangingService(false) : null}
          onConnected={() => {
            command.clear()
            setChangingService(false)
          }}
        />
      ) : (
        <>
          <ServiceNotStarted />
          <PasswordStep
            userName={userName}
            password={password}
            onUserName={setUserName}
            onPassword={setPassword}
            command={command}
            onSubmit={() => begin(userName.trim(), password)}
            service={status?.demo ? null : <ServiceLine address={serviceAddress} onChange={() => setChangingService(true)} />}
          />
          {people.length > 0 && (
            <DemoPeople people={people} busy={command.busy} onPick={signInAs} />
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
