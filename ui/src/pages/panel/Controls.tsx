// The controls: the clock, the service, people, and windows.

import { Button, Caption1, makeStyles, Switch, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { StageOrder, StageView } from '../../backend/stage'
import { useNow } from '../../state/clock'
import { useFormats } from '../../state/format'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const JUMPS = [
  ['seconds', 30],
  ['minutes', 3 * MINUTE],
  ['hour', HOUR],
  ['days', 14 * DAY],
] as const
const WINDOWS = ['main', 'phone', 'mail'] as const

const useStyles = makeStyles({
  controls: { display: 'grid', gridTemplateColumns: 'auto 1fr', alignItems: 'center', gap: '6px 12px', padding: '8px 16px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  name: { color: tokens.colorNeutralForeground3 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px' },
  button: { minWidth: 0 },
  service: { marginLeft: 'auto' },
  time: { fontVariantNumeric: 'tabular-nums', marginRight: '4px' },
})

export interface ControlsProps {
  view: StageView
  busy: boolean
  onOrder: (order: StageOrder) => void
}

export function Controls({ view, busy, onOrder }: ControlsProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const blocked = busy || view.playing?.busy === true
  const small = (words: string, order: StageOrder, testId: string, pressed?: boolean) => (
    <Button key={testId} size="small" className={styles.button} disabledFocusable={blocked} aria-pressed={pressed} appearance={pressed ? 'primary' : 'secondary'} onClick={() => !blocked && onOrder(order)} data-testid={testId}>
      {words}
    </Button>
  )
  const toggle = (words: string, running: boolean, order: (running: boolean) => StageOrder, testId: string) => (
    <Switch key={testId} label={words} labelPosition="before" checked={running} disabled={blocked} onChange={(_, { checked }) => onOrder(order(checked))} data-testid={testId} />
  )
  return (
    <section className={styles.controls} aria-label={t('stage.controls')}>
      <Control name={t('stage.clock')}>
        <ClockNow />
        {JUMPS.map(([name, seconds]) => small(t(`stage.by.${name}`), { ask: 'clock', seconds }, `stage-clock-${name}`))}
      </Control>
      <Control name={t('stage.signInAs')}>{view.people.map(({ userPrincipalName, name }) => small(name, { ask: 'signIn', person: userPrincipalName }, `stage-person-${name.toLowerCase()}`, userPrincipalName === view.signedIn))}</Control>
      <Control name={t('stage.windows')}>
        {WINDOWS.map((window) => small(t(`stage.window.${window}`), { ask: 'show', window }, `stage-window-${window}`))}
        {view.servers.length === 0 && <div className={styles.service}>{toggle(t('stage.service'), view.serviceRunning, (running) => ({ ask: 'service', running }), 'field-stage-service')}</div>}
      </Control>
      {view.servers.length > 0 && (
        <Control name={t('stage.service')}>{view.servers.map(({ name, running: now }) => toggle(name, now, (running) => ({ ask: 'server', name, running }), `field-stage-${name}`))}</Control>
      )}
    </section>
  )
}

function Control({ name, children }: { name: string; children: ReactNode }) {
  const styles = useStyles()
  return (
    <>
      <Caption1 className={styles.name}>{name}</Caption1>
      <div className={styles.row} role="group" aria-label={name}>
        {children}
      </div>
    </>
  )
}

/** The time of the demo, which every window of it has. */
function ClockNow() {
  const styles = useStyles()
  const format = useFormats()
  const now = useNow()
  return <Text className={styles.time}>{format.weekdayTime(now)}</Text>
}
