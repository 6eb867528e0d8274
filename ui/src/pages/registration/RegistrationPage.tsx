// The required registration: the reason, and then the wizard.

import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { SignedInPerson } from '../../backend/app'
import { Page } from '../../components/Page'
import { useHold } from '../../state/hold'
import { Interrupt } from './Interrupt'
import { Wizard } from './Wizard'

export interface RegistrationPageProps {
  person: SignedInPerson
  /** The wizard is open: the page stays until `onEnd`, even if the status changes. */
  onStart: () => void
  onEnd: () => void
}

export default function RegistrationPage({ person, onStart, onEnd }: RegistrationPageProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  useHold(open && person.registration.required ? 'registration' : null)
  const start = () => {
    setOpen(true)
    onStart()
  }
  const end = () => {
    setOpen(false)
    onEnd()
  }
  return (
    <Page title={t('registration.heading')} testId="page-registration" width={open ? 'middle' : 'narrow'} headingInside={!open} unfinished={open}>
      {open ? <Wizard onEnd={end} /> : <Interrupt person={person} onStart={start} />}
    </Page>
  )
}
