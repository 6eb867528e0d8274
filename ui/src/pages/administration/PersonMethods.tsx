// The registered methods of a person. Numbers are masked; nothing here is secret.

import { Text } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import type { AdminUserDetails } from '../../backend/administration'
import { methodIcons } from '../../components/method-icons'
import { SettingsCard } from '../../components/SettingsCard'
import { useNow } from '../../state/clock'
import { useFormats } from '../../state/format'

type Method = AdminUserDetails['methods'][number]

export function PersonMethods({ methods }: { methods: Method[] }) {
  const { t } = useTranslation()
  const format = useFormats()
  const now = useNow(60_000)
  if (methods.length === 0) return <Text data-testid="no-methods">{t('administration.person.noMethods')}</Text>
  const facts = (method: Method, what: string) =>
    [
      what,
      t('administration.person.added', { date: format.date(method.createdDateTime) }),
      method.lastUsedDateTime ? t('administration.person.used', { ago: format.ago(method.lastUsedDateTime, now) }) : t('common.neverUsed'),
    ].join(' · ')
  return (
    <>
      {methods.map((method) => {
        switch (method['@type']) {
          case 'phoneAuthenticationMethod':
            return <SettingsCard key={method.id} icon={method.phoneType === 'office' ? methodIcons.voiceOffice : methodIcons.sms} title={method.phoneNumber} state={facts(method, t(`administration.person.phones.${method.phoneType}`))} testId="person-method" />
          case 'softwareOathAuthenticationMethod':
            return <SettingsCard key={method.id} icon={methodIcons.oath} title={method.displayName} state={facts(method, t('administration.person.app'))} testId="person-method" />
          case 'hardwareOathAuthenticationMethod':
            return <SettingsCard key={method.id} icon={methodIcons.oath} title={method.displayName} state={facts(method, t('administration.person.token', { serial: method.serialNumber }))} testId="person-method" />
          case 'authenticatorMethod':
            return <SettingsCard key={method.id} icon={methodIcons.push} title={method.displayName} state={facts(method, t('administration.person.device'))} testId="person-method" />
        }
      })}
    </>
  )
}
