// Recent activity: sign-ins, attempts and changes to the account, and the answers to them.

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { HistoryRegular } from '@fluentui/react-icons/svg/history'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { ActivityKind, Row } from '../../backend/activity'
import { Action } from '../../components/Action'
import { EmptyState } from '../../components/EmptyState'
import { FaultBar } from '../../components/FaultBar'
import { Loading } from '../../components/Loading'
import { Notice } from '../../components/Notice'
import { Page } from '../../components/Page'
import { SearchInput } from '../../components/SearchInput'
import { Tabs } from '../../components/Tabs'
import { useFormats } from '../../state/format'
import { useStatus } from '../../state/status'
import { ActivityList } from './ActivityList'
import { searchText } from './describe'
import { NotMeDialog } from './NotMeDialog'
import { useActivity } from './use-activity'

const KINDS: ActivityKind[] = ['all', 'signIns', 'changes', 'denied', 'oldApps']

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground3, maxWidth: '75ch', flexGrow: 1, flexBasis: '320px' },
  top: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'center' },
  bar: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center', justifyContent: 'space-between' },
  rows: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  end: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '12px', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

export interface ActivityPageProps {
  /** Opens a part of the Security page. */
  onGo: (to: 'securityInfo' | 'appPasswords') => void
}

export default function ActivityPage({ onGo }: ActivityPageProps) {
  const { t } = useTranslation()
  const person = useStatus()?.person
  const reason = person?.registration.reasons[0]
  return (
    <Page title={t('activity.title')} testId="page-activity">
      {person && !person.registration.required ? (
        <Rows key={person.userPrincipalName} onGo={onGo} />
      ) : (
        <EmptyState
          icon={<HistoryRegular />}
          title={person ? t('registration.moreInformation') : t('activity.signedOutTitle')}
          text={reason ? t(`registration.reasons.${reason}`) : t('activity.signedOutText')}
          testId="activity-signed-out"
          action={
            <Action appearance="primary" onPress={() => onGo('securityInfo')} testId="action-to-sign-in">
              {person ? t('registration.setItUpNow') : t('activity.toSignIn')}
            </Action>
          }
        />
      )}
    </Page>
  )
}

function Rows({ onGo }: ActivityPageProps) {
  const { t, i18n } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const [kind, setKind] = useState<ActivityKind>('all')
  const [search, setSearch] = useState('')
  const [notMe, setNotMe] = useState<Row | 'any' | null>(null)
  const { view, fault, busy, loadMore } = useActivity(kind)
  const lower = (text: string) => text.toLocaleLowerCase(i18n.language)
  const wanted = lower(search.trim())
  const holds = (row: Row) => lower(searchText(t, format, row)).includes(wanted)
  const rows = view?.value.filter(holds) ?? []
  return (
    <>
      <div className={styles.top}>
        <Text className={styles.hint}>{t('activity.hint')}</Text>
        <Action onPress={() => setNotMe('any')} testId="action-not-me-any">
          {t('activity.notMe.action')}
        </Action>
      </div>
      <div className={styles.bar}>
        <Tabs
          label={t('activity.show')}
          panel="activity-rows"
          value={kind}
          onChange={setKind}
          tabs={KINDS.map((value) => ({ value, text: t(`activity.kinds.${value}`), testId: `tab-${value}` }))}
        />
        <SearchInput placeholder={t('common.search')} value={search} onChange={setSearch} testId="field-search" />
      </div>
      {fault && <FaultBar fault={fault} />}
      {view?.known && (
        <Notice intent="warning" testId="notice-known">
          {t('activity.known', { time: format.dateTime(view.synced) })}
        </Notice>
      )}
      <div role="tabpanel" id="activity-rows" aria-labelledby={`activity-rows-${kind}`} className={styles.rows}>
        {!view && !fault && <Loading />}
        {view?.value.length === 0 && (
          <EmptyState
            icon={<HistoryRegular />}
            title={kind === 'all' ? t('activity.emptyTitle') : t('activity.emptyKindTitle')}
            text={t('activity.emptyText')}
            testId="empty-activity"
            action={kind === 'all' ? undefined : <Action onPress={() => setKind('all')} testId="action-show-all">{t('activity.showAll')}</Action>}
          />
        )}
        <ActivityList rows={rows} onNotMe={setNotMe} onGo={onGo} />
        {view && view.value.length > 0 && (
          <div className={styles.end}>
            {wanted && rows.length === 0 && <span role="status">{t('common.nothingFound', { search: search.trim() })}</span>}
            {wanted && <span>{t('activity.searched', { number: view.value.length })}</span>}
            {view.next ? (
              <Action busy={busy} onPress={loadMore} testId="action-load-more">
                {t('activity.loadMore')}
              </Action>
            ) : (
              !view.known && <span data-testid="activity-end">{t('activity.end')}</span>
            )}
          </div>
        )}
      </div>
      {notMe && (
        <NotMeDialog
          entry={notMe !== 'any'}
          onClose={() => setNotMe(null)}
          onRegister={() => {
            setNotMe(null)
            onGo('securityInfo')
          }}
        />
      )}
    </>
  )
}
