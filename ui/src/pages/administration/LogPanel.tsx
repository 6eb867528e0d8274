// The sign-in log of all people: time, person, result, and origin.

import { Dropdown, makeStyles, mergeClasses, Option } from '@fluentui/react-components'
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise'
import { HistoryRegular } from '@fluentui/react-icons/svg/history'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { adminSignIns, type AskedSignIns } from '../../backend/administration'
import { Action } from '../../components/Action'
import { EmptyState } from '../../components/EmptyState'
import { FaultBar } from '../../components/FaultBar'
import { Loading } from '../../components/Loading'
import { useOffline } from '../../components/offline'
import { SearchInput } from '../../components/SearchInput'
import { useCommand } from '../../state/command'
import { ExportMenu } from './log-check/ExportMenu'
import { LogCheckNotice } from './log-check/LogCheckNotice'
import { useLogCheck } from './log-check/use-log-check'
import { LogRows } from './LogRows'
import { RefusedState } from './RefusedState'
import { usePages, useSettled } from './use-pages'

const HOUR = 3_600_000
const PERIODS = { day: 24 * HOUR, week: 7 * 24 * HOUR, month: 30 * 24 * HOUR, ever: null } as const
type Period = keyof typeof PERIODS
const KINDS = ['all', 'signIns', 'denied', 'oldApps'] as const
type Kind = (typeof KINDS)[number]

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  search: { flexGrow: 1, flexBasis: '240px', maxWidth: '420px' },
  choice: { minWidth: '0', width: '180px' },
  end: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginLeft: 'auto' },
  dim: { opacity: 0.6 },
})

export interface LogPanelProps {
  /** Denied sign-ins of the last 30 days, to which a figure led. */
  denied?: boolean
  /** The person to whom a name led. */
  of?: string
  onMyPages: () => void
}

export function LogPanel({ denied = false, of = '', onMyPages }: LogPanelProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const [user, setUser] = useState(of)
  const [period, setPeriod] = useState<Period>(denied || of ? 'month' : 'day')
  const [kind, setKind] = useState<Kind>(denied ? 'denied' : 'all')
  const settled = useSettled(user).trim()
  // The first page does not reload while later ones are shown, so that they fit together.
  const from = useBeginning(period)
  const asked: AskedSignIns = { ...(settled ? { user: settled } : {}), ...(kind === 'all' ? {} : { kind }), ...(from ? { from } : {}) }
  const { list: log, fault, asking, loadMore, reload } = usePages(asked, adminSignIns)
  const offline = useOffline()
  const check = useLogCheck()
  const exporting = useCommand()
  return (
    <div className={styles.panel}>
      <div className={styles.top}>
        <SearchInput className={styles.search} placeholder={t('administration.log.search')} label={t('administration.log.searchHint')} value={user} onChange={setUser} testId="field-log-user" />
        <Dropdown className={styles.choice} aria-label={t('administration.log.period')} value={t(`administration.log.${period}`)} selectedOptions={[period]} onOptionSelect={(_, { optionValue }) => setPeriod(optionValue as Period)} data-testid="field-log-period">
          {(Object.keys(PERIODS) as Period[]).map((one) => (
            <Option key={one} value={one}>
              {t(`administration.log.${one}`)}
            </Option>
          ))}
        </Dropdown>
        <Dropdown className={styles.choice} aria-label={t('administration.log.kind')} value={t(`administration.log.kinds.${kind}`)} selectedOptions={[kind]} onOptionSelect={(_, { optionValue }) => setKind(optionValue as Kind)} data-testid="field-log-kind">
          {KINDS.map((one) => (
            <Option key={one} value={one}>
              {t(`administration.log.kinds.${one}`)}
            </Option>
          ))}
        </Dropdown>
        <Action appearance="subtle" icon={<ArrowClockwiseRegular />} busy={asking && log !== null} name={t('administration.people.refresh')} onPress={reload} testId="action-refresh-log" />
        <div className={styles.end}>
          <Action blocked={offline} busy={check.checking?.state === 'running'} onPress={check.start} testId="action-verify-log">
            {t('logCheck.verify')}
          </Action>
          <ExportMenu asked={asked} command={exporting} />
        </div>
      </div>
      {exporting.fault && <FaultBar fault={exporting.fault} />}
      <LogCheckNotice {...check} onMyPages={onMyPages} />
      {fault && <RefusedState fault={fault} onAgain={reload} onMyPages={onMyPages} />}
      {!log && !fault && <Loading rows={6} />}
      {log?.rows.length === 0 && !fault && <EmptyState icon={<HistoryRegular />} title={t('administration.log.empty')} text={t('administration.log.emptyText')} testId="empty-log" />}
      {log && log.rows.length > 0 && (
        <div className={mergeClasses((asking || fault !== null) && styles.dim)}>
          <LogRows rows={log.rows} onPerson={setUser} />
        </div>
      )}
      {log?.next && (
        <div>
          <Action busy={asking} onPress={loadMore} testId="action-load-more-log">
            {t('administration.people.loadMore')}
          </Action>
        </div>
      )}
    </div>
  )
}

function useBeginning(period: Period): string | null {
  const [opened] = useState(() => Date.now())
  return useMemo(() => {
    const back = PERIODS[period]
    return back === null ? null : new Date(opened - back).toISOString()
  }, [opened, period])
}
