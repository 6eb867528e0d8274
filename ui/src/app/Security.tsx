// The Security page: sign-in, the registration that is owed, or the two tabs of the classic.

import { makeStyles, Tab, TabList } from '@fluentui/react-components'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Status } from '../backend/app'
import { appPasswords } from '../backend/app-passwords'
import { onSecurityInfoChanged } from '../backend/security-info'
import { OfflineBar } from '../components/OfflineBar'
import { Page } from '../components/Page'
import { useView } from '../state/view'

const SignInPage = lazy(() => import('../pages/sign-in/SignInPage'))
const RegistrationPage = lazy(() => import('../pages/registration/RegistrationPage'))
const SecurityInfoPanel = lazy(() => import('../pages/security-info/SecurityInfoPanel'))
const AppPasswordsPanel = lazy(() => import('../pages/app-passwords/AppPasswordsPanel'))

const useStyles = makeStyles({
  // Fluent's tabs have inner padding; their text stands under the heading all the same.
  tabs: { marginInline: '-10px', flexWrap: 'wrap' },
  panel: { display: 'flex', flexDirection: 'column', rowGap: '16px', outline: 'none' },
})

export function Security({ status: { person } }: { status: Status }) {
  // The wizard goes on after the account owes nothing any more: its last step shows the first app password.
  const [registering, setRegistering] = useState(false)
  if (!person) return <SignInPage />
  if (person.registration.required || registering) {
    return <RegistrationPage person={person} onStart={() => setRegistering(true)} onEnd={() => setRegistering(false)} />
  }
  return <Tabs key={person.userPrincipalName} />
}

type TabName = 'securityInfo' | 'appPasswords'

function Tabs() {
  const { t } = useTranslation()
  const styles = useStyles()
  const [tab, setTab] = useState<TabName>('securityInfo')
  const shown = useView(appPasswords, onSecurityInfoChanged)
  const count = shown.view?.value.length
  return (
    <Page title={t('securityInfo.title')} testId={tab === 'securityInfo' ? 'page-security-info' : 'page-app-passwords'}>
      <TabList className={styles.tabs} selectedValue={tab} onTabSelect={(_, { value }) => setTab(value as TabName)}>
        <Tab id="tab-security-info" value="securityInfo" data-testid="tab-security-info">
          {t('securityInfo.tab')}
        </Tab>
        <Tab id="tab-app-passwords" value="appPasswords" data-testid="tab-app-passwords">
          {count === undefined ? t('appPasswords.tab') : t('appPasswords.tabCount', { number: count })}
        </Tab>
      </TabList>
      <OfflineBar />
      <div role="tabpanel" className={styles.panel} aria-labelledby={tab === 'securityInfo' ? 'tab-security-info' : 'tab-app-passwords'}>
        {tab === 'securityInfo' ? <SecurityInfoPanel /> : <AppPasswordsPanel shown={shown} />}
      </div>
    </Page>
  )
}
