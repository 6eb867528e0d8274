// Settings: a list of sections, each on its own page.

import { makeStyles } from '@fluentui/react-components'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'

import { about as askAbout } from '../../backend/app'
import { NavCard } from './NavCard'
import { Page } from '../../components/Page'
import { useStatus } from '../../state/status'
import { useView } from '../../state/view'
import { AboutCard } from './AboutCard'
import { AccountSection } from './AccountSection'
import { QuickAccessSection } from './quick-access/QuickAccessSection'
import { DemoCards } from './DemoCards'
import { LanguageCard } from './LanguageCard'
import { sections, type SettingsSection } from './sections'
import { ServiceCard } from './ServiceCard'
import { ThemeCard } from './ThemeCard'
import { VaultSection } from './vault/VaultSection'
import { ZoomCard } from './ZoomCard'

const useStyles = makeStyles({
  cards: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  list: { display: 'flex', flexDirection: 'column', rowGap: '4px', margin: 0, padding: 0, listStyle: 'none' },
})

/** `first`: the section that a link opened. */
export default function SettingsPage({ first = null }: { first?: SettingsSection | null }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const [section, setSection] = useState(first)
  const list = useBackToRow(section)
  if (section === null) return <Sections list={list} onOpen={setSection} />
  return (
    <Page key={section} title={t(`settings.sections.${section}.title`)} testId="page-settings" above={{ title: t('settings.title'), onBack: () => setSection(null) }}>
      <div className={styles.cards}>
        <Cards section={section} />
      </div>
    </Page>
  )
}

function Sections({ list, onOpen }: { list: RefObject<HTMLUListElement | null>; onOpen: (section: SettingsSection) => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const demo = useStatus()?.demo ?? false
  return (
    <Page title={t('settings.title')} testId="page-settings">
      <ul ref={list} className={styles.list}>
        {sections
          .filter(({ name }) => demo || name !== 'demo')
          .map(({ name, icon }) => (
            <li key={name}>
              <NavCard icon={icon} title={t(`settings.sections.${name}.title`)} state={t(`settings.sections.${name}.hint`)} onOpen={() => onOpen(name)} testId={`settings-${name}`} />
            </li>
          ))}
      </ul>
    </Page>
  )
}

function Cards({ section }: { section: SettingsSection }) {
  const demo = useStatus()?.demo ?? false
  const { view: about } = useView(askAbout)
  switch (section) {
    case 'account':
      return <AccountSection keyring={about?.keyring ?? null} />
    case 'appearance':
      return (
        <>
          <LanguageCard />
          <ThemeCard />
          <ZoomCard />
        </>
      )
    case 'vault':
      return <VaultSection />
    case 'quickAccess':
      return <QuickAccessSection />
    case 'service':
      return <ServiceCard demo={demo} />
    case 'about':
      return about && <AboutCard about={about} />
    case 'demo':
      return <DemoCards />
  }
}

/** Moves the focus into the section, and back to its row. */
function useBackToRow(section: SettingsSection | null) {
  const list = useRef<HTMLUListElement>(null)
  const before = useRef(section)
  useEffect(() => {
    const left = before.current
    before.current = section
    if (left === section) return
    const target = section === null ? list.current?.querySelector<HTMLElement>(`[data-testid="settings-${left}"]`) : document.querySelector<HTMLElement>('[data-testid="page-settings"] [data-testid="action-back"]')
    target?.focus({ preventScroll: section !== null })
    if (section !== null) document.getElementById('page')?.scrollTo({ top: 0 })
  }, [section])
  return list
}
