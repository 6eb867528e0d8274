// Step 1: How should we contact you?

import { makeStyles, RadioGroup, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import type { Policy } from '../../backend/security-info'
import { Action } from '../../components/Action'
import { FaultBar } from '../../components/FaultBar'
import { Panel } from '../../components/Panel'
import { PhoneNumberField } from '../../components/PhoneNumberField'
import type { PhoneVerification } from '../../components/use-phone-verification'
import { ChoiceRow, type Choice } from './ChoiceRow'
import type { StepFrame } from './step'

export type Contact = 'authenticationPhone' | 'mobileApp'
/** What makes the codes, under *Mobile app*. */
export type CodeSource = 'code' | 'token'

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
  contact: Contact | null
  onContact: (contact: Contact) => void
  codeSource: CodeSource
  onCodeSource: (source: CodeSource) => void
  phone: PhoneVerification
  onNext: () => void
}

export function ContactStep({ progress, blocked, onCancel, policy, contact, onContact, codeSource, onCodeSource, phone, onNext }: ContactStepProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const allowed = policy.verificationMethods
  const forbidden = (isAllowed: boolean) => (isAllowed ? null : t('methods.notAllowed'))
  const later = (isAllowed: boolean) => (isAllowed ? t('methods.notYet') : t('methods.notAllowed'))

  const contacts: Choice[] = [
    { value: 'authenticationPhone', label: t('phone.types.mobile'), reason: forbidden(allowed.textMessageToPhone) },
    { value: 'officePhone', label: t('phone.types.office'), reason: later(allowed.callToPhone) },
    { value: 'mobileApp', label: t('registration.mobileApp'), reason: forbidden(allowed.codeFromMobileApp) },
  ]
  const phoneMethods: Choice[] = [
    { value: 'sms', label: t('registration.byText'), reason: null },
    { value: 'voice', label: t('registration.callMe'), reason: later(allowed.callToPhone) },
  ]
  const appUses: Choice[] = [
    { value: 'notifications', label: t('registration.notifications'), reason: later(allowed.notificationThroughMobileApp) },
    { value: 'code', label: t('registration.useCode'), reason: null },
    { value: 'token', label: t('hardwareToken.have'), reason: null },
  ]

  const next = async () => {
    if (contact === 'mobileApp') onNext()
    else if (contact === 'authenticationPhone' && (await phone.send())) onNext()
  }
  const missing = contact === null ? t('registration.chooseContact') : contact === 'authenticationPhone' && phone.number.national.trim() === '' ? t('phone.missing') : null

  return (
    <Panel
      heading={t('registration.step1')}
      testId="step-contact"
      progress={progress}
      onSubmit={() => {
        if (!missing && !blocked) void next()
      }}
      actions={
        <>
          <Action onPress={onCancel} testId="action-cancel">
            {t('common.cancel')}
          </Action>
          <Action type="submit" appearance="primary" busy={phone.sending.busy} blocked={blocked ?? missing} testId="action-next">
            {contact === 'mobileApp' ? t('registration.setUp') : t('common.next')}
          </Action>
        </>
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
          <RadioGroup aria-label={t('registration.method')} value="sms">
            {phoneMethods.map((choice) => (
              <ChoiceRow key={choice.value} {...choice} />
            ))}
          </RadioGroup>
        </div>
      )}
      {contact === 'mobileApp' && (
        <div className={styles.fields}>
          <span>{t('registration.howToUse')}</span>
          <RadioGroup
            aria-label={t('registration.howToUse')}
            value={codeSource}
            onChange={(_, { value }) => onCodeSource(value as CodeSource)}
          >
            {appUses.map((choice) => (
              <ChoiceRow key={choice.value} {...choice} />
            ))}
          </RadioGroup>
        </div>
      )}
    </Panel>
  )
}
