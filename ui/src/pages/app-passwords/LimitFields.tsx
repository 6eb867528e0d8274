// The limits of a new app password: the apps that it works in, when it ends, and from where it works.

import { Button, Field, Input, makeStyles, Select } from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { AppPasswordLimits, AppPasswordPurpose } from '../../backend/app-passwords'
import type { FieldFaults } from '../../components/field-faults'

const purposes: AppPasswordPurpose[] = ['everything', 'mail', 'sendMail', 'calendarContacts', 'vpnWifi']
const unusedPeriods = [30, 90, 180, 365]
const lifetimes = [1, 7, 30, 90, 180, 365]

const useStyles = makeStyles({
  more: { alignSelf: 'flex-start', flexShrink: 0 },
  fields: { display: 'flex', flexDirection: 'column', rowGap: '16px' },
})

export interface LimitFieldsProps {
  limits: AppPasswordLimits
  onLimits: (limits: AppPasswordLimits) => void
  faults: FieldFaults<'days' | 'networks'>
}

export function LimitFields({ limits, onLimits, faults }: LimitFieldsProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const more = useId()
  const [opened, setOpened] = useState(false)
  const open = opened || faults.isWrong('days') || faults.isWrong('networks')
  const change = (changed: Partial<AppPasswordLimits>) => onLimits({ ...limits, ...changed })
  /** The fields that an error opened stay open when the error is gone. */
  const typed = (field: 'days' | 'networks') => {
    setOpened(true)
    faults.typed(field)
  }
  return (
    <>
      <Field label={t('appPasswords.purpose')} hint={t(`appPasswords.purposeHints.${limits.purpose}`)}>
        <Select
          data-testid="field-app-password-purpose"
          value={limits.purpose}
          onChange={(_, { value }) => change({ purpose: value as AppPasswordPurpose })}
        >
          {purposes.map((purpose) => (
            <option key={purpose} value={purpose}>
              {t(`appPasswords.purposes.${purpose}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Button
        className={styles.more}
        appearance="subtle"
        icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={open}
        aria-controls={open ? more : undefined}
        data-testid="action-more-limits"
        onClick={() => setOpened(!open)}
      >
        {t('appPasswords.moreLimits')}
      </Button>
      {open && (
        <div id={more} className={styles.fields}>
          <Field label={t('appPasswords.ends')} {...faults.at('days')}>
            <Select
              data-testid="field-app-password-days"
              value={chosen(limits.days)}
              onChange={(_, { value }) => {
                typed('days')
                change({ days: daysOf(value) })
              }}
            >
              <option value="">{t('appPasswords.usualTime')}</option>
              {lifetimes.map((days) => (
                <option key={days} value={days}>
                  {t('appPasswords.after', { count: days })}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('appPasswords.endsWhenUnused')}>
            <Select data-testid="field-app-password-unused-days" value={chosen(limits.unusedDays)} onChange={(_, { value }) => change({ unusedDays: daysOf(value) })}>
              <option value="">{t('appPasswords.neverEnds')}</option>
              {unusedPeriods.map((days) => (
                <option key={days} value={days}>
                  {t('appPasswords.unusedFor', { count: days })}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('appPasswords.networks')} hint={t('appPasswords.networksHint')} {...faults.at('networks')}>
            <Input
              data-testid="field-app-password-networks"
              autoComplete="off"
              spellCheck={false}
              value={limits.networks}
              onChange={(_, { value }) => {
                typed('networks')
                change({ networks: value })
              }}
            />
          </Field>
        </div>
      )}
    </>
  )
}

const chosen = (days: number | null) => (days === null ? '' : String(days))
const daysOf = (value: string) => (value === '' ? null : Number(value))
