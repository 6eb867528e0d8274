// A step of the story. The present one is open, and comes into view by itself.

import { Caption1, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import type { StageStep } from '../../backend/stage'
import { useToldWords } from '../../stage/use-stage'

const useStyles = makeStyles({
  step: { scrollMarginBlockStart: '8px', display: 'flex', columnGap: '12px', padding: '8px', borderRadius: tokens.borderRadiusLarge },
  present: { backgroundColor: tokens.colorNeutralBackground3, padding: '12px 8px' },
  mark: {
    flexShrink: 0,
    width: '24px',
    height: '24px',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    borderRadius: tokens.borderRadiusCircular,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground3,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    boxSizing: 'border-box',
  },
  here: { backgroundColor: tokens.colorBrandBackground, color: tokens.colorNeutralForegroundOnBrand, border: 'none' },
  done: { border: 'none', fontSize: '24px', color: tokens.colorStatusSuccessForeground1 },
  words: { display: 'flex', flexDirection: 'column', rowGap: '4px', minWidth: 0, overflowWrap: 'anywhere' },
  soft: { color: tokens.colorNeutralForeground3 },
  say: { margin: '4px 0 0', paddingLeft: '12px', borderLeft: `3px solid ${tokens.colorBrandStroke2}`, color: tokens.colorNeutralForeground1, display: 'flex', flexDirection: 'column', rowGap: '2px' },
})

export interface StepRowProps {
  step: StageStep
  number: number
  isPresent: boolean
  isDone: boolean
}

export function StepRow({ step, number, isPresent, isDone }: StepRowProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const told = useToldWords()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isPresent) row.current?.scrollIntoView({ block: 'start' })
  }, [isPresent])
  const who = step.who ?? ''
  const where = { main: t('stage.inMain', { who }), phone: t('stage.inPhone', { who }), mail: t('stage.inMail', { who }), panel: who, elsewhere: t('stage.elsewhere') }[step.window]
  return (
    <li ref={row} className={mergeClasses(styles.step, isPresent && styles.present)} aria-current={isPresent ? 'step' : undefined} data-testid={isPresent ? 'stage-present' : 'stage-other'}>
      <span className={mergeClasses(styles.mark, isPresent && styles.here, isDone && !isPresent && styles.done)}>
        {isDone && !isPresent ? <CheckmarkCircleFilled role="img" aria-label={t('stage.stepDone')} /> : number}
      </span>
      <div className={styles.words}>
        {isPresent && <Caption1 className={styles.soft}>{where}</Caption1>}
        <Text weight={isPresent ? 'semibold' : 'regular'} className={isPresent ? undefined : styles.soft}>
          {told(step.does)}
        </Text>
        {isPresent && (
          <p className={styles.say}>
            <Caption1 className={styles.soft}>{t('stage.say')}</Caption1>
            <Text>{told(step.say)}</Text>
          </p>
        )}
      </div>
    </li>
  )
}
