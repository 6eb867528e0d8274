// Settings: language, theme, service, keyring, about, and the demo's switches.

import { useTranslation } from 'react-i18next'

import { about as askAbout } from '../../backend/app'
import { Page } from '../../components/Page'
import { useStatus } from '../../state/status'
import { useView } from '../../state/view'
import { AboutCard } from './AboutCard'
import { AccountCard } from './AccountCard'
import { AtHandSection } from './at-hand/AtHandSection'
import { DemoCards } from './DemoCards'
import { KeyringCard } from './KeyringCard'
import { LanguageCard } from './LanguageCard'
import { ServiceCard } from './ServiceCard'
import { ThemeCard } from './ThemeCard'
import { VaultSection } from './vault/VaultSection'

export default function SettingsPage() {
  const { t } = useTranslation()
  const status = useStatus()
  const { view: about } = useView(askAbout)
  return (
    <Page title={t('settings.title')} testId="page-settings">
      {status?.person && <AccountCard person={status.person} />}
      <LanguageCard />
      <ThemeCard />
      <ServiceCard demo={status?.demo ?? false} />
      {about && <KeyringCard keyring={about.keyring} />}
      <VaultSection />
      <AtHandSection />
      {about && <AboutCard about={about} />}
      {status?.demo && <DemoCards />}
    </Page>
  )
}
