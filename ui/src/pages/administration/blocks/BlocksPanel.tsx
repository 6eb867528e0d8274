// Fraud and blocks: who is blocked, since when, by whom and why; who is locked; open bypasses; and the sign-ins that their person reported as fraud.

import { Dropdown, makeStyles, mergeClasses, Option, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { adminSignIns } from '../../../backend/administration'
import { blocks, type BlockState, type PersonBlock } from '../../../backend/sign-in-log'
import { Action } from '../../../components/Action'
import { Loading } from '../../../components/Loading'
import { useNotify } from '../../../components/notify'
import { Section } from '../../../components/Section'
import { ActionDialog } from '../ActionDialog'
import { LogRows } from '../LogRows'
import { RefusedState } from '../RefusedState'
import { usePages } from '../use-pages'
import { BlockRows } from './BlockRows'
import { LockedPeople } from './LockedPeople'
import { OpenBypasses } from './OpenBypasses'

const STATES = ['open', 'ended', 'all'] as const satisfies readonly (BlockState | 'all')[]
const REPORTED = { denialReason: 'fraud_reported' } as const

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
  choice: { minWidth: '0', width: '180px' },
  dim: { opacity: 0.6 },
})

export interface BlocksPanelProps {
  /** Auditors read alone. */
  administers: boolean
  onPerson: (upn: string) => void
  onMyPages: () => void
}

export function BlocksPanel({ administers, onPerson, onMyPages }: BlocksPanelProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const [state, setState] = useState<(typeof STATES)[number]>('open')
  const blocked = usePages(state === 'all' ? {} : { state }, blocks)
  const reports = usePages(REPORTED, adminSignIns)
  const [unblocking, setUnblocking] = useState<PersonBlock | null>(null)
  const fault = blocked.fault ?? reports.fault
  const again = () => {
    blocked.reload()
    reports.reload()
  }
  if (fault) return <RefusedState fault={fault} onAgain={again} onMyPages={onMyPages} />
  return (
    <div className={styles.panel}>
      <Section title={t('blocks.blocked')}>
        <Dropdown className={styles.choice} aria-label={t('blocks.which')} value={t(`blocks.states.${state}`)} selectedOptions={[state]} onOptionSelect={(_, { optionValue }) => setState(optionValue as typeof state)} data-testid="field-block-state">
          {STATES.map((one) => (
            <Option key={one} value={one}>
              {t(`blocks.states.${one}`)}
            </Option>
          ))}
        </Dropdown>
        {!blocked.list && <Loading rows={3} />}
        {blocked.list?.rows.length === 0 && (
          <Text role="status" data-testid="empty-blocks">
            {t(`blocks.none.${state}`)}
          </Text>
        )}
        {blocked.list && blocked.list.rows.length > 0 && (
          <div className={mergeClasses(blocked.asking && styles.dim)}>
            <BlockRows rows={blocked.list.rows} onUnblock={administers ? setUnblocking : undefined} />
          </div>
        )}
        <More of={blocked} testId="action-load-more-blocks" />
      </Section>
      {administers && <LockedPeople />}
      <OpenBypasses administers={administers} />
      <Section title={t('blocks.reports')} hint={t('blocks.reportsHint')}>
        {!reports.list && <Loading rows={3} />}
        {reports.list?.rows.length === 0 && <Text data-testid="empty-reports">{t('blocks.noReports')}</Text>}
        {reports.list && reports.list.rows.length > 0 && <LogRows rows={reports.list.rows} onPerson={onPerson} />}
        <More of={reports} testId="action-load-more-reports" />
      </Section>
      {unblocking && (
        <ActionDialog
          act="unblock"
          upn={unblocking.userPrincipalName}
          name={unblocking.displayName}
          onDone={() => {
            setUnblocking(null)
            notify(t('administration.done.unblock'))
            blocked.reload()
          }}
          onCancel={() => setUnblocking(null)}
        />
      )}
    </div>
  )
}

function More({ of: { list, asking, loadMore }, testId }: { of: { list: { next: string | null } | null; asking: boolean; loadMore: () => void }; testId: string }) {
  const { t } = useTranslation()
  if (!list?.next) return null
  return (
    <div>
      <Action busy={asking} onPress={loadMore} testId={testId}>
        {t('administration.people.loadMore')}
      </Action>
    </div>
  )
}
