// The story of a scenario: its steps, the present one open with what to do and what to say.

import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import type { StageOrder, StagePlay } from '../../backend/stage'
import { Action } from '../../components/Action'
import { Notice } from '../../components/Notice'
import { nextMorning, useToldWords } from '../../stage/use-stage'
import { StepRow } from './StepRow'

const useStyles = makeStyles({
  story: { display: 'flex', flexDirection: 'column', flex: '3 1 0', minHeight: '264px' },
  head: { display: 'flex', flexDirection: 'column', rowGap: '4px', padding: '16px 16px 8px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  place: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', columnGap: '8px', color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  restart: { display: 'flex', columnGap: '4px' },
  steps: { margin: 0, padding: '0 8px', listStyle: 'none', overflowY: 'auto', flexGrow: 1, minHeight: 0 },
  stuck: { padding: '8px 16px 0' },
  move: { display: 'flex', columnGap: '8px', padding: '8px 16px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  wide: { flexGrow: 1, display: 'grid' },
})

export interface StoryProps {
  play: StagePlay
  busy: boolean
  onOrder: (order: StageOrder) => void
}

export function Story({ play, busy, onOrder }: StoryProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const told = useToldWords()
  const isDone = play.done > play.step
  const isLast = play.step + 1 === play.steps.length
  return (
    <section className={styles.story} aria-label={told(play.title)}>
      <header className={styles.head}>
        <Subtitle2 as="h1" className={styles.title}>
          {told(play.title)}
        </Subtitle2>
        <div className={styles.place}>
          <Text data-testid="stage-step" data-done={play.done}>{t('stage.step', { step: play.step + 1, count: play.steps.length })}</Text>
          <span className={styles.restart}>
            <Action size="small" appearance="subtle" blocked={play.busy ? t('stage.doing') : null} busy={busy && !play.busy} onPress={() => onOrder({ ask: 'begin', id: play.id, morning: nextMorning(Date.now()) })} testId="action-start-over">
              {t('stage.startOver')}
            </Action>
            <Action size="small" appearance="subtle" blocked={play.busy ? t('stage.doing') : null} onPress={() => onOrder({ ask: 'cards' })} testId="action-cards">
              {t('stage.cards')}
            </Action>
          </span>
        </div>
      </header>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it */}
      <ol className={styles.steps} tabIndex={0} aria-label={t('stage.steps')}>
        {play.steps.map((step, index) => (
          <StepRow key={index} step={step} number={index + 1} isPresent={index === play.step} isDone={index < play.done} />
        ))}
      </ol>
      {play.stuck !== null && (
        <div className={styles.stuck}>
          <Notice intent="warning" title={t('stage.stuck')} testId="notice-stuck">
            {t('stage.stuckText', { on: play.stuck })}
          </Notice>
        </div>
      )}
      <div className={styles.move}>
        <Action name={`${t('stage.back')}: ${t('stage.backName')}`} blocked={play.step === 0 || play.busy ? t('stage.step', { step: play.step + 1, count: play.steps.length }) : null} onPress={() => onOrder({ ask: 'back' })} testId="action-stage-back">
          {t('stage.back')}
        </Action>
        <span className={styles.wide}>
          <Action appearance={isDone ? 'secondary' : 'primary'} busy={play.busy} onPress={() => onOrder({ ask: 'doIt' })} testId="action-do-it">
            {play.busy ? t('stage.doing') : t('stage.doIt')}
          </Action>
        </span>
        <Action appearance={isDone && !isLast ? 'primary' : 'secondary'} blocked={play.busy || isLast ? t('stage.step', { step: play.step + 1, count: play.steps.length }) : null} onPress={() => onOrder({ ask: 'next' })} testId="action-stage-next">
          {t('stage.next')}
        </Action>
      </div>
    </section>
  )
}
