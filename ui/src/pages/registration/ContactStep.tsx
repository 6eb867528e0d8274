// Step 1: How should we contact you?

import { makeStyles, RadioGroup, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import type { PhoneMethod, Policy } from '../../backend/security-info'
import { CancelOr } from '../../components/CancelOr'
import { ChoiceRow, type Choice } from '../../components/ChoiceRow'
import { unbroken } from '../../components/unbroken'
import { FaultBar } from '../../components/FaultBar'
import { Panel } from '../../components/Panel'
import { PhoneNumberField } from '../../components/PhoneNumberField'
import type { PhoneVerification } from '../../components/use-phone-verification'
import { VerifyBy } from '../../components/VerifyBy'
import type { StepFrame } from './step'

/** How the mobile app is used. */
export type AppUse = 'notifications' | 'code' | 'token'
export type Contact = 'authenticationPhone' | 'officePhone' | 'mobileApp'

const useStyles = makeStyles({
  fields: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '12px',
    paddingLeft: '16px',
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
  },
})

export interface ContactStepProps extends StepFrame {
  policy: Policy
  /** Includes the numbers that the organisation set. */
  phones: PhoneMethod[]
  contact: Contact | null
  onContact: (contact: Contact) => void
  appUse: AppUse
  onAppUse: (use: AppUse) => void
  phone: PhoneVerification
  onNext: () => void
}

export function ContactStep({ progress, blocked, onCancel, policy, phones, contact, onContact, appUse, onAppUse, phone, onNext }: ContactStepProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const allowed = policy.verificationMethods
  const forbidden = (isAllowed: boolean) => (isAllowed ? null : t('methods.notAllowed'))

  const office = phones.find(({ phoneType, readOnly }) => phoneType === 'office' && readOnly)
  const officeReason = office || policy.officePhoneSetByPerson ? null : t('phone.askAdmin')
  const fixed = contact === 'officePhone' && office !== undefined

  const contacts: Choice[] = [
    { value: 'authenticationPhone', label: t('phone.types.mobile'), reason: forbidden(allowed.textMessageToPhone || allowed.callToPhone) },
    { value: 'officePhone', label: t('phone.types.office'), reason: allowed.callToPhone ? officeReason : t('methods.notAllowed') },
    { value: 'mobileApp', label: t('registration.mobileApp'), reason: forbidden(allowed.codeFromMobileApp || allowed.notificationThroughMobileApp) },
  ]
  const appUses: Choice[] = [
    { value: 'notifications', label: t('registration.notifications'), reason: forbidden(allowed.notificationThroughMobileApp) },
    { value: 'code', label: t('registration.useCode'), reason: forbidden(allowed.codeFromMobileApp) },
    { value: 'token', label: t('hardwareToken.have'), reason: forbidden(allowed.codeFromMobileApp) },
  ]

  const next = async () => {
    if (contact === 'mobileApp') onNext()
    else if (contact !== null && (await phone.send(fixed))) onNext()
  }
  const missing = contact === null ? t('registration.chooseContact') : contact !== 'mobileApp' && !fixed && phone.number.national.trim() === '' ? t('phone.missing') : null

  return (
    <Panel
      heading={t('registration.step1')}
      testId="step-contact"
      progress={progress}
      onSubmit={() => {
        if (!missing && !blocked) void next()
      }}
      actions={
        <CancelOr onCancel={onCancel} busy={phone.sending.busy} blocked={blocked ?? missing} testId="action-next">
          {contact === 'mobileApp' ? t('registration.setUp') : t('common.next')}
        </CancelOr>
      }
    >
      {phone.sending.fault && <FaultBar fault={phone.sending.fault} />}
      <RadioGroup aria-label={t('registration.step1')} value={contact ?? ''} onChange={(_, { value }) => onContact(value as Contact)}>
        {contacts.map((choice) => (
          <ChoiceRow key={choice.value} {...choice} />
        ))}
      </RadioGroup>
      {contact === 'authenticationPhone' && (
        <div className={styles.fields}>
          <PhoneNumberField value={phone.number} onChange={phone.setNumber} />
          <VerifyBy phone={phone} policy={policy} />
        </div>
      )}
      {contact === 'officePhone' && (
        <div className={styles.fields}>
          {office ? (
            <Text>{t('phone.setByOrganization', { number: unbroken(office.phoneNumber) })}</Text>
          ) : (
            <PhoneNumberField value={phone.number} onChange={phone.setNumber} withExtension />
          )}
          <Text>{t('phone.officeCalled')}</Text>
        </div>
      )}
      {contact === 'mobileApp' && (
        <div className={styles.fields}>
          <span>{t('registration.howToUse')}</span>
          <RadioGroup aria-label={t('registration.howToUse')} value={appUse} onChange={(_, { value }) => onAppUse(value as AppUse)}>
            {appUses.map((choice) => (
              <ChoiceRow key={choice.value} {...choice} />
            ))}
          </RadioGroup>
        </div>
      )}
    </Panel>
  )
}
