// The Security page: sign-in, the required registration, or the two tabs.

import { makeStyles } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Status } from '../backend/app'
import { appPasswords } from '../backend/app-passwords'
import { onSecurityInfoChanged } from '../backend/security-info'
import { Loading } from '../components/Loading'
import { OfflineBar } from './OfflineBar'
import { Page } from '../components/Page'
import { Tabs } from '../components/Tabs'
import { useView } from '../state/view'
import { fetchAppPasswords, fetchRegistration, fetchSecurityInfo, fetchSignIn } from './pages'

const SignInPage = lazy(fetchSignIn)
const RegistrationPage = lazy(fetchRegistration)
const SecurityInfoPanel = lazy(fetchSecurityInfo)
const AppPasswordsPanel = lazy(fetchAppPasswords)

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', rowGap: '16px', outline: 'none' },
})

export type SecurityTab = 'securityInfo' | 'appPasswords'

export interface SecurityProps {
  status: Status
  /** The tab to begin with. */
  tab: SecurityTab
  /** Counts the links that led here: each shows its tab again, also if the page is open. */
  visit: number
}

export function Security({ status: { person }, tab, visit }: SecurityProps) {
  // The wizard continues after the registration is completed: its last step shows the first app password.
  const [registering, setRegistering] = useState(false)
  if (!person) return <SignInPage />
  if (person.registration.required || registering) {
    return <RegistrationPage person={person} onStart={() => setRegistering(true)} onEnd={() => setRegistering(false)} />
  }
  return <SecurityTabs key={person.userPrincipalName} first={tab} visit={visit} />
}

function SecurityTabs({ first, visit }: { first: SecurityTab; visit: number }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const [tab, setTab] = useState<SecurityTab>(first)
  const [led, setLed] = useState(visit)
  if (led !== visit) {
    setLed(visit)
    setTab(first)
  }
  const shown = useView(appPasswords, onSecurityInfoChanged)
  const count = shown.view?.value.length
  return (
    <Page title={t('navigation.security')} testId={tab === 'securityInfo' ? 'page-security-info' : 'page-app-passwords'}>
      <Tabs
        label={t('navigation.security')}
        panel="security-panel"
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'securityInfo', text: t('securityInfo.tab'), testId: 'tab-security-info' },
          {
            value: 'appPasswords',
            text: count === undefined ? t('appPasswords.tab') : t('appPasswords.tabCount', { number: count }),
            testId: 'tab-app-passwords',
          },
        ]}
      />
      <OfflineBar />
      <div role="tabpanel" id="security-panel" className={styles.panel} aria-labelledby={`security-panel-${tab}`}>
        <Suspense fallback={<Loading />}>{tab === 'securityInfo' ? <SecurityInfoPanel /> : <AppPasswordsPanel shown={shown} />}</Suspense>
      </div>
    </Page>
  )
}
