// Two administrators changed settings at once: what the other one saved, and the choice where both changed the same setting.

import { makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'

import type { Setting } from '../../../backend/administration'
import { Notice } from '../../../components/Notice'
import { useFormats } from '../../../state/format'
import type { Conflict } from './draft'
import { fromTo, nameOf, valueWords } from './setting-words'
import type { Met } from './use-service-settings'

export type Side = 'mine' | 'theirs'
/** What was chosen, by key. */
export type Chosen = Readonly<Record<string, Side>>

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', rowGap: '4px' },
  name: { fontWeight: tokens.fontWeightSemibold },
  soft: { color: tokens.colorNeutralForeground3 },
  list: { display: 'flex', flexDirection: 'column', rowGap: '4px', margin: 0, paddingLeft: '20px' },
})

export interface MeetingStepProps {
  met: Met
  chosen: Chosen
  onChoose: (key: string, side: Side) => void
}

export function MeetingStep({ met: { by, taken, conflicts }, chosen, onChoose }: MeetingStepProps) {
  const { t, i18n } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const words = (setting: Setting, value: Setting['value']) => valueWords(t, i18n.language, setting, value)
  return (
    <>
      <Notice intent="warning" testId="notice-settings-met">
        {[by && t('serviceSettings.met.by', { who: by.actor, time: format.dateTime(by.createdDateTime) }), t('serviceSettings.met.nothingSaved')].filter(Boolean).join(' ')}
      </Notice>
      {conflicts.map((conflict) => (
        <Question key={conflict.setting.key} conflict={conflict} words={words} side={chosen[conflict.setting.key]} onChoose={(side) => onChoose(conflict.setting.key, side)} />
      ))}
      {taken.length > 0 && (
        <div className={styles.part} data-testid="settings-taken">
          <Text className={styles.name}>{t('serviceSettings.met.taken')}</Text>
          <ul className={styles.list}>
            {taken.map(({ setting, was }) => (
              <li key={setting.key}>
                {nameOf(t, setting.key)}
                <Text block>{fromTo(words(setting, was), words(setting, setting.value))}</Text>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

interface QuestionProps {
  conflict: Conflict
  words: (setting: Setting, value: Setting['value']) => string
  side: Side | undefined
  onChoose: (side: Side) => void
}

function Question({ conflict: { setting, was, mine, theirs }, words, side, onChoose }: QuestionProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const id = useId()
  return (
    <div className={styles.part} data-testid={`conflict-${setting.key}`}>
      <Text id={id} className={styles.name}>
        {nameOf(t, setting.key)}
      </Text>
      <Text size={200} className={styles.soft}>
        {t('serviceSettings.before', { value: words(setting, was) })}
      </Text>
      <RadioGroup aria-labelledby={id} value={side ?? ''} onChange={(_, data) => onChoose(data.value as Side)}>
        <Radio value="mine" label={t('serviceSettings.met.mine', { value: words(setting, mine) })} data-testid={`keep-${setting.key}`} />
        <Radio value="theirs" label={t('serviceSettings.met.theirs', { value: words(setting, theirs) })} data-testid={`take-${setting.key}`} />
      </RadioGroup>
    </div>
  )
}
