// The main window: theme, language, frame, and the open page.

import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components'
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { onCloseAsked, pageUsable, quitApp } from '../backend/app'
import { onQuickAccessFault, onOpenPage } from '../backend/quick-access'
import { onDemoReset } from '../backend/demo'
import type { Fault } from '../backend/fault'
import { Action } from '../components/Action'
import { FaultBar } from '../components/FaultBar'
import { Loading } from '../components/Loading'
import { Page } from '../components/Page'
import { fetchPart, onDemand } from '../components/on-demand'
import { RestartedNotice, useRestarted } from '../components/RestartedNotice'
import { intend, type Destination } from '../state/destination'
import { useHeard } from '../state/heard'
import { holdAgain, whatHolds, type Held } from '../state/hold'
import { useLinkWaiting } from '../state/link-waiting'
import { useSettings } from '../state/settings'
import { useStatus } from '../state/status'
import { useShade } from '../state/theme'
import { Navigation, type PageName } from './Navigation'
import { Notifier } from './Notifier'
import { fetchActivity, fetchAdministration, fetchApprovals, fetchAuthenticator, fetchHelp, fetchSettings, firstPage, pageNamed } from './pages'
import { Security, type SecurityTab } from './Security'
import { StepUp } from './StepUp'
import { TopBar } from './TopBar'
import { themeFor } from './themes'
import { isUnfinished, somethingUnfinished } from './unfinished'
import { WaitingBar } from './WaitingBar'
import { usePresence } from './use-presence'
import { useShortcuts } from './use-shortcuts'
import { useStageCards } from './use-stage-cards'
import { useZoomKeys } from './use-zoom-keys'

const AdministrationPage = lazy(fetchAdministration)
const AccountAlertBar = onDemand(async () => (await import('./AccountAlertBar')).AccountAlertBar)
const ActivityPage = lazy(fetchActivity)
const ApprovalLayer = onDemand(async () => (await import('../pages/approvals/ApprovalLayer')).ApprovalLayer)
const ApprovalsPage = lazy(fetchApprovals)
const AuthenticatorPage = lazy(fetchAuthenticator)
const CloseQuestion = onDemand(async () => (await import('./CloseQuestion')).CloseQuestion)
const HelpPage = lazy(fetchHelp)
const RefusedAppBar = onDemand(async () => (await import('./RefusedAppBar')).RefusedAppBar)
const ScenariosPage = lazy(() => fetchPart(() => import('../pages/scenarios/ScenariosPage')))
const SettingsPage = lazy(fetchSettings)
const ShortcutsDialog = onDemand(async () => (await import('./ShortcutsDialog')).ShortcutsDialog)

const useStyles = makeStyles({
  frame: {
    display: 'flex',
    height: '100%',
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (max-width: 559px)': { flexDirection: 'column-reverse' },
  },
  stage: { display: 'flex', height: '100%' },
  pages: { flexGrow: 1, minWidth: 0, height: '100%' },
  // The bars and menus of a page lie above one another, and above nothing outside of the page.
  main: { isolation: 'isolate', flexGrow: 1, minWidth: 0, minHeight: 0, overflowY: 'auto', overflowX: 'hidden', position: 'relative', outline: 'none' },
})

export function Window() {
  const { i18n } = useTranslation()
  const { theme } = useSettings()
  const shade = useShade(theme)
  const { cards, page, round } = useStageCards()
  const demo = useStatus()?.demo ?? false
  return (
    // No own class here: Fluent also puts the provider's classes on every portal, which would then cover the window.
    <FluentProvider theme={themeFor(shade, i18n.language)}>
      <Notifier>
        {cards ? (
          <Suspense fallback={<Loading />}>
            <Usable>
              <ScenariosPage />
            </Usable>
          </Suspense>
        ) : (
          <DemoStage on={demo}>
            <Frame key={round} first={page} />
          </DemoStage>
        )}
      </Notifier>
    </FluentProvider>
  )
}

/** `first` is the page that a scenario begins on. */
function Frame({ first }: { first: string | null }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const status = useStatus()
  const [page, setPage] = useState<PageName>(() => (first === null ? firstPage() : pageNamed(first)))
  const [shortcuts, setShortcuts] = useState(false)
  const [tab, setTab] = useState<SecurityTab>('securityInfo')
  const [visit, setVisit] = useState(0)
  const [section, setSection] = useState<Destination['section'] | null>(null)
  // An unfinished sign-in or wizard stays mounted behind another page, such as the authenticator for its code.
  const security = useRef<HTMLDivElement>(null)
  const [kept, setKept] = useState(false)
  const who = status?.person?.userPrincipalName ?? null
  const [keptFor, setKeptFor] = useState(who)
  if (kept && who !== keptFor) setKept(false)
  // Unsaved settings of the service would be lost with their page: leaving it asks first.
  const [leavingFor, setLeavingFor] = useState<{ go: () => void } | null>(null)
  const asking = (go: () => void) => {
    if (page === 'administration' && whatHolds() === 'serviceSettings') setLeavingFor({ go })
    else go()
  }
  const open = (next: PageName) => {
    if (page === 'security' && next !== 'security') {
      setKept(isUnfinished(security.current))
      setKeptFor(who)
    }
    setPage(next)
  }
  // Pressing *Settings* in one of its sections returns to the list.
  const [settingsRound, setSettingsRound] = useState(0)
  const goTo = (next: PageName) => {
    intend(null)
    if (next === 'settings') setSettingsRound((round) => round + 1)
    setSection(null)
    setTab('securityInfo')
    open(next)
  }
  const goToAsking = (next: PageName) => (next === page ? goTo(next) : asking(() => goTo(next)))
  const lead = ({ page: next, tab: on = 'securityInfo', section: part, intent }: Destination) => {
    intend(intent ?? null)
    setSection(part ?? null)
    setTab(on)
    setVisit((before) => before + 1)
    open(next)
  }
  const goToSecurity = (next: SecurityTab) => {
    setTab(next)
    open('security')
  }
  // A link does not interrupt unfinished input. The vault may have to be unlocked first; the link waits.
  const [linkHeld, setLinkHeld] = useState(false)
  useLinkWaiting(() => {
    const held = page !== 'authenticator' && somethingUnfinished()
    setLinkHeld(held)
    if (!held) open('authenticator')
  })
  useHeard(onOpenPage, (asked) => {
    if (!somethingUnfinished()) open(pageNamed(asked))
  })
  // Why the action chosen in the tray failed.
  const [trayFault, setTrayFault] = useState<Fault | null>(null)
  useHeard(onQuickAccessFault, setTrayFault)
  const { restarted, dismiss } = useRestarted()
  // The dialog that asked is still open; the page behind it is reset.
  useHeard(onDemoReset, () => goTo('security'))
  const [leaving, setLeaving] = useState<Held | null>(null)
  useHeard(onCloseAsked, () => setLeaving(whatHolds()))
  const stay = () => {
    setLeaving(null)
    holdAgain()
  }
  const [aside, setAside] = useState<ReadonlySet<string>>(new Set())
  usePresence()
  useZoomKeys()
  const waiting = (status?.approvals ?? 0) > 0
  const [asked, setAsked] = useState(waiting)
  if (waiting && !asked) setAsked(true)
  useShortcuts({
    onHelp: () => {
      if (!somethingUnfinished()) goTo('help')
    },
    onShortcuts: () => setShortcuts(true),
    onLocked: () => asking(() => open('authenticator')),
  })

  return (
    <div className={styles.frame}>
      <Navigation page={page} onPage={goToAsking} onShortcuts={() => setShortcuts(true)} onFault={setTrayFault} />
      <main className={styles.main} tabIndex={-1} id="page">
        {restarted && (
          <TopBar>
            <RestartedNotice onClose={dismiss} />
          </TopBar>
        )}
        {trayFault && (
          <TopBar>
            <FaultBar
              fault={trayFault}
              action={
                <Action size="small" onPress={() => setTrayFault(null)} testId="action-close-fault">
                  {t('common.close')}
                </Action>
              }
            />
          </TopBar>
        )}
        {status?.refusedApp && (
          <RefusedAppBar
            app={status.refusedApp}
            onCreate={() => asking(() => lead({ page: 'security', tab: 'appPasswords', intent: 'createAppPassword' }))}
          />
        )}
        {status?.accountAlert && <AccountAlertBar alert={status.accountAlert} onShow={() => goToAsking('activity')} />}
        {linkHeld && status?.linkWaiting && page !== 'authenticator' && (
          <WaitingBar title={t('scan.linkWaiting')} text={t('scan.linkWaitingText')} show={t('scan.show')} onShow={() => open('authenticator')} testId="notice-link" actionTestId="action-show-link" />
        )}
        {aside.size > 0 && waiting && (
          <WaitingBar title={t('approvals.asideTitle')} show={t('common.show')} onShow={() => setAside(new Set())} testId="notice-aside" actionTestId="action-show-request" />
        )}
        {kept && page !== 'security' && (
          <WaitingBar
            title={t(who === null ? 'unfinished.signIn' : 'unfinished.registration')}
            text={t('unfinished.text')}
            show={t('unfinished.back')}
            onShow={() => open('security')}
            testId="notice-unfinished"
            actionTestId="action-back-to-unfinished"
          />
        )}
        {status && (page === 'security' || kept) && (
          <div ref={security} hidden={page !== 'security'}>
            <Suspense
              fallback={
                <TopBar>
                  <Loading />
                </TopBar>
              }
            >
              <Usable>
                <Security status={status} tab={tab} visit={visit} />
              </Usable>
            </Suspense>
          </div>
        )}
        {status && page !== 'security' && (
          <Suspense fallback={<Coming page={page} />} key={page}>
            <Usable>
              {page === 'authenticator' && <AuthenticatorPage />}
              {page === 'administration' && <AdministrationPage onMyPages={() => asking(() => open('security'))} />}
              {page === 'activity' && <ActivityPage onGo={goToSecurity} />}
              {page === 'approvals' && <ApprovalsPage onSecurity={() => open('security')} />}
              {page === 'help' && <HelpPage onGo={lead} />}
              {page === 'settings' && <SettingsPage key={settingsRound} first={section} />}
            </Usable>
          </Suspense>
        )}
      </main>
      <StepUp onSecurity={() => asking(() => open('security'))} />
      {/* Loaded when the first request waits, and kept: it shows the next steps after a report of fraud. */}
      {asked && <ApprovalLayer onSecurity={() => open('security')} aside={aside} onAside={(id) => setAside((before) => new Set(before).add(id))} />}
      {leaving && <CloseQuestion held={leaving} leave="close" onLeave={quitApp} onStay={stay} />}
      {leavingFor && (
        <CloseQuestion
          held="serviceSettings"
          leave="page"
          onLeave={async () => leavingFor.go()}
          onStay={() => setLeavingFor(null)}
        />
      )}
      {shortcuts && <ShortcutsDialog onClose={() => setShortcuts(false)} />}
    </div>
  )
}

const PanelColumn = onDemand(async () => (await import('../pages/panel/PanelColumn')).PanelColumn)

/** Where windows cannot be placed, the presenter's panel is a column of the demo's window. */
function DemoStage({ on, children }: { on: boolean; children: ReactNode }) {
  const styles = useStyles()
  if (!on) return children
  return (
    <div className={styles.stage}>
      <div className={styles.pages}>{children}</div>
      <PanelColumn />
    </div>
  )
}

let told = false

/** Reports to the shell, once, when the first page is rendered. */
function Usable({ children }: { children: ReactNode }) {
  useEffect(() => {
    if (told) return
    told = true
    requestAnimationFrame(() => void pageUsable().catch(() => undefined))
  }, [])
  return children
}

/** A page that is on its way has its heading already, so that nothing moves when it comes. Administration has a strip above its own. */
function Coming({ page }: { page: Exclude<PageName, 'security'> }) {
  const { t } = useTranslation()
  if (page !== 'administration') {
    return (
      <Page title={t(`navigation.${page}`)} testId="page-coming">
        <Loading />
      </Page>
    )
  }
  return (
    <TopBar>
      <Loading />
    </TopBar>
  )
}
