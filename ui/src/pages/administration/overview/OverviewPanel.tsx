// How the organisation and its service stand: what needs attention, figures that lead to their lists, and two curves.

import { Link, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise'
import { useCallback, useEffect, useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { HardwareOathStatus } from '../../../backend/token-inventory'
import { toFault, type Fault } from '../../../backend/fault'
import { overview, type Overview } from '../../../backend/overview'
import { Action } from '../../../components/Action'
import { Loading } from '../../../components/Loading'
import { useNow } from '../../../state/clock'
import { useFormats } from '../../../state/format'
import type { Filters } from '../filters'
import { RefusedState } from '../RefusedState'
import { attention } from './attention'
import { AttentionList } from './AttentionList'
import { ChartFigure } from './ChartFigure'
import { DayBars, LineChart } from './Charts'
import { FigureRow } from './FigureRow'
import { useNumbers } from './numbers'
import { ServiceHealth } from './ServiceHealth'

const MINUTE = 60_000

/** Where a figure leads. */
export type Target = { page: 'people'; filters: Filters } | { page: 'log'; kind: 'denied' } | { page: 'log'; of: string } | { page: 'tokens'; status: HardwareOathStatus }

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', rowGap: '16px' },
  top: { display: 'flex', alignItems: 'center', justifyContent: 'flex-end', columnGap: '8px', color: tokens.colorNeutralForeground3 },
  grid: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '16px', '@media (max-width: 559px), (min-width: 760px) and (max-width: 919px)': { gridTemplateColumns: 'minmax(0, 1fr)' } },
  card: { display: 'flex', flexDirection: 'column', rowGap: '12px', padding: '16px', backgroundColor: tokens.colorNeutralBackground1, border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusLarge },
  heading: { display: 'flex', justifyContent: 'space-between', margin: 0 },
  whole: { fontVariantNumeric: 'tabular-nums' },
})

export interface OverviewPanelProps {
  /** Absent for people who may not see the lists of people and tokens. */
  administers: boolean
  onGo: (target: Target) => void
  onMyPages: () => void
}

export function OverviewPanel({ administers, onGo, onMyPages }: OverviewPanelProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const [figures, setFigures] = useState<Overview | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [busy, setBusy] = useState(false)
  const load = useCallback(
    () =>
      overview().then(
        (answer) => {
          setFigures(answer)
          setFault(null)
        },
        (thrown: unknown) => setFault(toFault(thrown)),
      ),
    [],
  )
  useEffect(() => {
    void load()
  }, [load])
  const again = () => {
    setBusy(true)
    void load().finally(() => setBusy(false))
  }
  return (
    <div className={styles.panel} data-testid="overview">
      <div className={styles.top}>
        {figures && <Text size={200}>{t('overview.asOf', { time: format.dateTime(figures.asOf) })}</Text>}
        <Action appearance="subtle" icon={<ArrowClockwiseRegular />} busy={busy} name={t('administration.people.refresh')} onPress={again} testId="action-refresh-overview" />
      </div>
      {fault && <RefusedState fault={fault} onAgain={again} onMyPages={onMyPages} />}
      {!figures && !fault && <Loading rows={6} />}
      {figures && <Figures figures={figures} administers={administers} onGo={onGo} />}
    </div>
  )
}

function Figures({ figures, administers, onGo }: { figures: Overview } & Pick<OverviewPanelProps, 'administers' | 'onGo'>) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const number = useNumbers()
  const now = useNow(MINUTE)
  const { people, registration, methods, signIns, hardwareTokens } = figures
  const everybody = people.disabled + people.enabled + people.enforced
  const toPeople = (filters: Filters) => (administers ? () => onGo({ page: 'people', filters }) : undefined)
  const first = registration[0]?.registered ?? 0
  const last = registration.at(-1)?.registered ?? 0
  const total = (what: 'passed' | 'denied') => signIns.reduce((sum, day) => sum + day[what], 0)
  const day = (date: string) => format.date(`${date}T12:00:00`)
  return (
    <>
      <AttentionList found={attention(figures, now)} administers={administers} onGo={onGo} />
      <div className={styles.grid}>
        <Card title={t('overview.people')} whole={everybody}>
          {(['enforced', 'enabled', 'disabled'] as const).map((state) => (
            <FigureRow key={state} label={t(`administration.states.${state}`)} value={people[state]} of={everybody} onGo={toPeople({ state })} testId={`figure-${state}`} />
          ))}
        </Card>
        <Card title={t('overview.registration')}>
          <ChartFigure
            finding={t('overview.registrationFinding', { first: number(first), last: number(last) })}
            chart={<LineChart values={registration.map(({ registered }) => registered)} />}
            head={[t('overview.week'), t('overview.registered')]}
            rows={registration.map(({ date, registered }) => [day(date), registered])}
            testId="chart-registration"
          />
        </Card>
        <Card title={t('overview.methods')}>
          {methods.map(({ kind, people: count }) => (
            <FigureRow key={kind} label={t(`administration.methods.${kind}`)} value={count} of={everybody} onGo={toPeople({ method: kind })} testId={`figure-${kind}`} />
          ))}
        </Card>
        <Card title={t('overview.signIns')}>
          <ChartFigure
            finding={t('overview.signInsFinding', { passed: number(total('passed')), denied: number(total('denied')) })}
            chart={<DayBars days={signIns} />}
            head={[t('overview.day'), t('overview.passed'), t('overview.denied')]}
            rows={signIns.map(({ date, passed, denied }) => [day(date), passed, denied])}
            testId="chart-sign-ins"
          />
          <div>
            <Link as="button" type="button" onClick={() => onGo({ page: 'log', kind: 'denied' })} data-testid="figure-denied">
              {t('overview.toDenied')}
            </Link>
          </div>
        </Card>
        <Card title={t('overview.service')}>
          <ServiceHealth figures={figures} now={now} />
        </Card>
        <Card title={t('tokenInventory.title')} whole={Object.values(hardwareTokens).reduce((sum, count) => sum + count, 0)}>
          {(['available', 'assigned', 'activated', 'failedActivation'] as const).map((status) => (
            <FigureRow key={status} label={t(`tokenInventory.states.${status}`)} value={hardwareTokens[status]} onGo={administers ? () => onGo({ page: 'tokens', status }) : undefined} testId={`figure-token-${status}`} />
          ))}
        </Card>
      </div>
    </>
  )
}

function Card({ title, whole, children }: { title: string; whole?: number; children: ReactNode }) {
  const number = useNumbers()
  const styles = useStyles()
  const id = useId()
  return (
    <section className={styles.card} aria-labelledby={id}>
      <Subtitle2 as="h2" id={id} className={styles.heading}>
        {title}
        {whole !== undefined && <span className={styles.whole}>{number(whole)}</span>}
      </Subtitle2>
      {children}
    </section>
  )
}
