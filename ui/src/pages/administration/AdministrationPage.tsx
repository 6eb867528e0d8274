// The administration pages. A bar shows that they are about other people.

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { ShieldPersonRegular } from '@fluentui/react-icons/svg/shield-person'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { AdminUser, Role } from '../../backend/administration'
import { ManyTabs } from '../../components/ManyTabs'
import { Page } from '../../components/Page'
import { strongest } from '../../state/roles'
import { useStatus } from '../../state/status'
import { AccessTokensPanel } from './access-tokens/AccessTokensPanel'
import { AuditPanel } from './AuditPanel'
import { BlocksPanel } from './blocks/BlocksPanel'
import { OverviewPanel, type Target } from './overview/OverviewPanel'
import { LogPanel } from './LogPanel'
import { PeoplePanel, type PeoplePanelHandle } from './PeoplePanel'
import { PersonPanel } from './PersonPanel'
import { RoleGone } from './RefusedState'
import { SettingsPanel } from './settings/SettingsPanel'
import { TokensPanel } from './tokens/TokensPanel'
import { UsagePanel } from './UsagePanel'

const useStyles = makeStyles({
  strip: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '8px',
    padding: '6px 32px',
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontSize: tokens.fontSizeBase200,
    '@media (max-width: 559px)': { padding: '6px 16px' },
    '@media (forced-colors: active)': { borderBottom: '1px solid CanvasText' },
  },
  what: { fontWeight: tokens.fontWeightSemibold, fontSize: 'inherit' },
  small: { fontSize: 'inherit' },
  panel: { display: 'flex', flexDirection: 'column', rowGap: '16px' },
})

type PageOf = 'overview' | 'people' | 'log' | 'blocks' | 'audit' | 'usage' | 'tokens' | 'accessTokens' | 'settings'

export default function AdministrationPage({ onMyPages }: { onMyPages: () => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const person = useStatus()?.person
  const roles = person?.roles ?? []
  const role = strongest(roles)
  const title = t(`administration.title.${role}`)
  if (!person || roles.length === 0) {
    return (
      <Page title={t('administration.title.administrator')} testId="page-administration">
        <RoleGone onMyPages={onMyPages} />
      </Page>
    )
  }
  return (
    <>
      <div className={styles.strip} role="note">
        <ShieldPersonRegular aria-hidden />
        <Text className={styles.what}>{`${title} · ${person.organization}`}</Text>
        <Text className={styles.small}>{t('administration.stripText')}</Text>
      </div>
      {/* Each person has a fresh panel, without state of another. */}
      <Pages key={`${person.userPrincipalName} ${roles.join(' ')}`} roles={roles} own={person.userPrincipalName} title={title} onMyPages={onMyPages} />
    </>
  )
}

interface PagesProps {
  roles: Role[]
  own: string
  title: string
  onMyPages: () => void
}

function Pages({ roles, own, title, onMyPages }: PagesProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const administers = roles.includes('administrator')
  const readsAll = administers || roles.includes('auditor')
  const pages: PageOf[] = [...(readsAll ? (['overview'] as const) : []), ...(administers || roles.includes('helpDesk') ? (['people'] as const) : []), ...(readsAll ? (['log', 'blocks'] as const) : []), 'audit', ...(readsAll ? (['usage'] as const) : []), ...(administers ? (['tokens', 'accessTokens', 'settings'] as const) : [])]
  const [page, setPage] = useState<PageOf>(pages[0] ?? 'audit')
  const [open, setOpen] = useState<{ people: AdminUser[]; index: number } | null>(null)
  const [changed, setChanged] = useState(false)
  const [aim, setAim] = useState<Target | null>(null)
  const [unsaved, setUnsaved] = useState(false)
  const list = useRef<PeoplePanelHandle>(null)
  const row = page === 'people' ? open?.people[open.index] : undefined
  const words = (one: PageOf) => {
    if (one === 'overview') return t('overview.title')
    if (one === 'tokens') return t('tokenInventory.title')
    if (one === 'blocks') return t('blocks.title')
    if (one === 'accessTokens') return t('accessTokens.title')
    if (one === 'settings') return t('serviceSettings.title')
    return one === 'log' || one === 'usage' ? t(`administration.${one}.title`) : t(`administration.pages.${one === 'audit' && !readsAll ? 'actions' : one}`)
  }
  const choose = (next: PageOf) => {
    setAim(null)
    setPage(next)
  }
  const goTo = (target: Target) => {
    setPage(target.page)
    setAim(target)
    if (target.page === 'people') list.current?.show(target.filters)
  }
  const back = () => {
    const index = open?.index ?? 0
    setOpen(null)
    setChanged(false)
    list.current?.comeBack(index, changed)
  }
  return (
    <Page title={row ? row.displayName : title} above={row ? { title: words('people'), onBack: back } : undefined} testId="page-administration">
      {!row && pages.length > 1 && (
        <ManyTabs label={t('administration.pages.label')} more={t('administration.pages.more')} panel="administration-panel" value={page} onChange={choose} tabs={pages.map((value) => ({ value, text: words(value), testId: `tab-${value}` }))} />
      )}
      <div role={row || pages.length < 2 ? undefined : 'tabpanel'} id="administration-panel" aria-labelledby={row || pages.length < 2 ? undefined : `administration-panel-${page}`} className={styles.panel}>
        {pages.includes('people') && (
          // The list keeps its state behind a person.
          <div hidden={page !== 'people' || row !== undefined}>
            <PeoplePanel
              ref={list}
              administers={administers}
              own={own}
              onMyPages={onMyPages}
              onOpen={(people, index) => setOpen({ people, index })}
            />
          </div>
        )}
        {row && open && (
          <PersonPanel
            row={row}
            index={open.index}
            of={open.people.length}
            administers={administers}
            own={own}
            onStep={(index) => setOpen({ ...open, index })}
            onChanged={() => setChanged(true)}
            onBack={back}
            onMyPages={onMyPages}
          />
        )}
        {page === 'overview' && <OverviewPanel administers={administers} onGo={goTo} onMyPages={onMyPages} />}
        {page === 'log' && <LogPanel denied={aim?.page === 'log' && 'kind' in aim} of={aim?.page === 'log' && 'of' in aim ? aim.of : undefined} onMyPages={onMyPages} />}
        {page === 'blocks' && <BlocksPanel administers={administers} onPerson={(of) => goTo({ page: 'log', of })} onMyPages={onMyPages} />}
        {page === 'usage' && <UsagePanel onMyPages={onMyPages} />}
        {page === 'tokens' && <TokensPanel first={aim?.page === 'tokens' ? aim.status : undefined} onMyPages={onMyPages} />}
        {page === 'accessTokens' && <AccessTokensPanel onMyPages={onMyPages} />}
        {/* Unsaved changes stay while another page of administration is open. */}
        {(page === 'settings' || unsaved) && (
          <div hidden={page !== 'settings'}>
            <SettingsPanel onUnsaved={setUnsaved} onMyPages={onMyPages} />
          </div>
        )}
        {page === 'audit' && <AuditPanel onMyPages={onMyPages} />}
      </div>
    </Page>
  )
}
