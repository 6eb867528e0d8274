// *additional security verification*: the preferred option, the methods, trusted devices.

import { useTranslation } from 'react-i18next'

import { onSecurityInfoChanged, securityInfo } from '../../backend/security-info'
import { FaultBar } from '../../components/FaultBar'
import { Loading } from '../../components/Loading'
import { Section } from '../../components/Section'
import { useView } from '../../state/view'
import { AuthenticatorApps } from './AuthenticatorApps'
import { HardwareTokens } from './HardwareTokens'
import { Phones } from './Phones'
import { PreferredOption } from './PreferredOption'
import { TrustedDevices } from './TrustedDevices'

export default function SecurityInfoPanel() {
  const { t } = useTranslation()
  const { view, fault, reload } = useView(securityInfo, onSecurityInfoChanged)
  if (!view) return fault ? <FaultBar fault={fault} /> : <Loading rows={5} />
  return (
    <>
      {fault && <FaultBar fault={fault} intent="warning" />}
      <PreferredOption key={view.preferred} view={view} onChanged={reload} />
      <Section title={t('securityInfo.respond')} hint={t('securityInfo.respondHint')}>
        <Phones view={view} onChanged={reload} />
        <AuthenticatorApps view={view} onChanged={reload} />
        <HardwareTokens view={view} onChanged={reload} />
      </Section>
      <TrustedDevices view={view} onChanged={reload} />
    </>
  )
}
