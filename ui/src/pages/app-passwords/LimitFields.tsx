// The apps that a new app password works in, and the days without a use after which it ends.

import { Field, Select } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import type { AppPasswordLimits, AppPasswordPurpose } from '../../backend/app-passwords'

const purposes: AppPasswordPurpose[] = ['everything', 'mail', 'sendMail', 'calendarContacts', 'vpnWifi']
const periods = [30, 90, 180, 365]

export interface LimitFieldsProps {
  limits: AppPasswordLimits
  onLimits: (limits: AppPasswordLimits) => void
}

export function LimitFields({ limits, onLimits }: LimitFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <Field label={t('appPasswords.purpose')} hint={t(`appPasswords.purposeHints.${limits.purpose}`)}>
        <Select
          data-testid="field-app-password-purpose"
          value={limits.purpose}
          onChange={(_, { value }) => onLimits({ ...limits, purpose: value as AppPasswordPurpose })}
        >
          {purposes.map((purpose) => (
            <option key={purpose} value={purpose}>
              {t(`appPasswords.purposes.${purpose}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('appPasswords.endsWhenUnused')}>
        <Select
          data-testid="field-app-password-unused-days"
          value={limits.unusedDays === null ? '' : String(limits.unusedDays)}
          onChange={(_, { value }) => onLimits({ ...limits, unusedDays: value === '' ? null : Number(value) })}
        >
          <option value="">{t('appPasswords.neverEnds')}</option>
          {periods.map((days) => (
            <option key={days} value={days}>
              {t('appPasswords.unusedFor', { count: days })}
            </option>
          ))}
        </Select>
      </Field>
    </>
  )
}
