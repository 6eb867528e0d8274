// The wizard. The phone takes three steps, the mobile app four.

import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { appPasswords, createAppPassword, type NewAppPassword } from '../../backend/app-passwords'
import { cancelRegistration, completeRegistration, securityInfo, type SecurityInfoView } from '../../backend/security-info'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { FaultBar } from '../../components/FaultBar'
import { Loading } from '../../components/Loading'
import { useOffline } from '../../components/offline'
import { usePhoneVerification } from '../../components/use-phone-verification'
import { useView } from '../../state/view'
import { AllSetStep } from './AllSetStep'
import { AppStep } from './AppStep'
import { BackupPhoneStep } from './BackupPhoneStep'
import { ContactStep, type AppUse, type Contact } from './ContactStep'
import { ExistingApplicationsStep } from './ExistingApplicationsStep'
import { NotificationStep } from './NotificationStep'
import { PhoneStep } from './PhoneStep'
import { TokenStep } from './TokenStep'

type Step = 'contact' | 'phoneCode' | 'app' | 'token' | 'notification' | 'backupPhone' | 'existingApplications' | 'allSet'

/** A *disabled* account stays disabled; only an application's policy requires a second step from it. */
function isAskedAtSignIn({ mfaState, registration }: SecurityInfoView['me']): boolean {
  return mfaState !== 'disabled' || registration.reasons.includes('application_policy')
}

export function Wizard({ onEnd }: { onEnd: () => void }) {
  const { t } = useTranslation()
  const [step, setStep] = useState<Step>('contact')
  const [contact, setContact] = useState<Contact | null>(null)
  const [use, setUse] = useState<AppUse | null>(null)
  const [password, setPassword] = useState<NewAppPassword | null>(null)
  const [kept, setKept] = useState(false)
  const [asked, setAsked] = useState(true)
  const [cancelling, setCancelling] = useState(false)
  const { view, fault } = useView(securityInfo)
  const phone = usePhoneVerification(contact === 'officePhone' ? 'office' : 'mobile')
  const offline = useOffline()

  /** Completes the registration; then shows the first app password, if they are allowed. */
  const complete = async () => {
    setAsked(view === null || isAskedAtSignIn(view.me))
    await completeRegistration()
    const list = await appPasswords().catch(() => null)
    const name = list?.suggestedNames[0]
    const made = list && !list.unavailable && name ? await createAppPassword(name).catch(() => null) : null
    setPassword(made)
    setStep(made ? 'existingApplications' : 'allSet')
  }

  if (!view) return fault ? <FaultBar fault={fault} /> : <Loading />

  const allowed = view.me.policy.verificationMethods
  const appUse = use ?? (allowed.codeFromMobileApp ? 'code' : 'notifications')
  const appStep = { notifications: 'notification', code: 'app', token: 'token' } as const
  /** A phone is needed for the case of a lost app, device or token. */
  const backUp = async () => {
    if (allowed.textMessageToPhone || allowed.callToPhone) setStep('backupPhone')
    else await complete()
  }
  const steps = contact === 'mobileApp' ? 4 : 3
  const frame = (at: number) => ({
    progress: { step: at, of: steps, label: t('registration.progress', { step: at, of: steps }) },
    onCancel: () => setCancelling(true),
    blocked: offline,
  })
  return (
    <>
      {step === 'contact' && (
        <ContactStep
          {...frame(1)}
          policy={view.me.policy}
          phones={view.phones}
          contact={contact}
          onContact={setContact}
          appUse={appUse}
          onAppUse={setUse}
          phone={phone}
          onNext={() => setStep(contact === 'mobileApp' ? appStep[appUse] : 'phoneCode')}
        />
      )}
      {step === 'phoneCode' && (
        <PhoneStep
          {...frame(2)}
          phone={phone}
          onVerified={complete}
          onBack={() => {
            phone.correct()
            setStep('contact')
          }}
        />
      )}
      {step === 'app' && <AppStep {...frame(2)} onVerified={backUp} onBack={() => setStep('contact')} />}
      {step === 'token' && <TokenStep {...frame(2)} onVerified={backUp} onBack={() => setStep('contact')} />}
      {step === 'notification' && <NotificationStep {...frame(2)} onVerified={backUp} onBack={() => setStep('contact')} />}
      {step === 'backupPhone' && <BackupPhoneStep {...frame(3)} policy={view.me.policy} phone={phone} onNext={complete} />}
      {step === 'existingApplications' && password && (
        <ExistingApplicationsStep
          progress={frame(steps).progress}
          password={password}
          onDone={(kept) => {
            setKept(kept)
            setStep('allSet')
          }}
        />
      )}
      {step === 'allSet' && <AllSetStep progress={frame(steps).progress} password={kept ? password : null} asked={asked} onDone={onEnd} />}
      {cancelling && (
        <ConfirmDialog
          title={t('registration.cancelTitle')}
          text={t('registration.cancelText')}
          danger
          testId="dialog-cancel-registration"
          onYes={cancelRegistration}
          onDone={onEnd}
          onNo={() => setCancelling(false)}
        />
      )}
    </>
  )
}
