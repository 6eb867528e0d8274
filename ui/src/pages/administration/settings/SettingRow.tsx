// One setting: its name and meaning, its control, its default, and what it was before an unsaved change.

import { Field, Input, Link, makeStyles, mergeClasses, Radio, RadioGroup, Switch, Text, Textarea, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'

import type { Setting } from '../../../backend/administration'
import { isDefault, shownValue, textOf, wrongIn, type Edits } from './draft'
import { lookOf } from './groups'
import { hintOf, nameOf, unitWord, valueWords, wrongWords } from './setting-words'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: '24px',
    rowGap: '8px',
    padding: '12px 16px',
    boxSizing: 'border-box',
    // What is scrolled to stands clear of the bars that stick to the edges.
    '& input, & textarea': { scrollMarginBlock: '56px 96px' },
    '@media (max-width: 559px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  toggle: { '@media (max-width: 559px)': { gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: '12px' } },
  // The control has the whole width below the words.
  stacked: { gridTemplateColumns: 'minmax(0, 1fr)' },
  changed: { boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`, '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' } },
  words: { display: 'flex', flexDirection: 'column', rowGap: '2px', maxWidth: '75ch', overflowWrap: 'anywhere' },
  soft: { color: tokens.colorNeutralForeground3 },
  facts: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '12px', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  link: { fontSize: tokens.fontSizeBase200 },
  number: { width: '168px' },
  unit: { whiteSpace: 'nowrap' },
  // Its track ends where the fields do.
  toggled: { marginRight: '-8px' },
  // The digits stand at the unit.
  digits: { width: '100%', minWidth: 0, boxSizing: 'border-box', '& input': { textAlign: 'right', fontVariantNumeric: 'tabular-nums', minWidth: 0 } },
})

export interface SettingRowProps {
  setting: Setting
  edits: Edits
  onEdit: (typed: string | boolean) => void
  onRevert: () => void
}

export function SettingRow({ setting, edits, onEdit, onRevert }: SettingRowProps) {
  const { t, i18n } = useTranslation()
  const styles = useStyles()
  const ids = { name: useId(), hint: useId(), before: useId(), usual: useId() }
  const { key } = setting
  const look = lookOf(key)
  const value = shownValue(setting, edits)
  const words = (one: typeof value) => valueWords(t, i18n.language, setting, one)
  const changed = key in edits && words(value) !== words(setting.value)
  const stacked = look === 'choice' || look === 'line' || look === 'lines' || (setting.kind === 'text' && look === null)
  const useDefault = () => onEdit(typeof setting.default === 'boolean' ? setting.default : textOf(setting, setting.default))
  return (
    <div className={mergeClasses(styles.row, setting.kind === 'truth' && !stacked && styles.toggle, stacked && styles.stacked, changed && styles.changed)} data-testid={`setting-${key}`} data-changed={changed || undefined}>
      <div className={styles.words}>
        <Text id={ids.name}>{nameOf(t, key)}</Text>
        {hintOf(t, key) && (
          <Text id={ids.hint} block size={200} className={styles.soft}>
            {hintOf(t, key)}
          </Text>
        )}
        <div className={styles.facts}>
          {changed && <span id={ids.before}>{t('serviceSettings.before', { value: words(setting.value) })}</span>}
          {changed && (
            <Link as="button" type="button" className={styles.link} aria-describedby={ids.name} onClick={onRevert} data-testid={`revert-${key}`}>
              {t('serviceSettings.revert')}
            </Link>
          )}
          <span id={ids.usual}>{t('serviceSettings.default', { value: words(setting.default) })}</span>
          {!isDefault(setting, edits) && !(changed && isDefault(setting, {})) && (
            <Link as="button" type="button" className={styles.link} aria-describedby={ids.name} onClick={useDefault} data-testid={`default-${key}`}>
              {t('serviceSettings.useDefault')}
            </Link>
          )}
        </div>
      </div>
      <Control setting={setting} edits={edits} onEdit={onEdit} describedBy={`${ids.hint} ${ids.before} ${ids.usual}`} />
    </div>
  )
}

interface ControlProps extends Omit<SettingRowProps, 'onRevert'> {
  describedBy: string
}

function Control({ setting, edits, onEdit, describedBy }: ControlProps) {
  const { t, i18n } = useTranslation()
  const styles = useStyles()
  const { key, kind } = setting
  const look = lookOf(key)
  const named = { 'aria-label': nameOf(t, key), 'aria-describedby': describedBy, 'data-testid': `field-${key}` }
  const on = shownValue(setting, edits) === true
  if (look === 'choice') {
    return (
      <RadioGroup {...named} value={on ? 'yes' : 'no'} onChange={(_, data) => onEdit(data.value === 'yes')}>
        <Radio value="yes" label={t('serviceSettings.allowAppPasswords')} data-testid={`choose-${key}-yes`} />
        <Radio value="no" label={t('serviceSettings.forbidAppPasswords')} data-testid={`choose-${key}-no`} />
      </RadioGroup>
    )
  }
  if (kind === 'truth') return <Switch {...named} className={styles.toggled} checked={on} onChange={(_, { checked }) => onEdit(checked)} />
  const typed = edits[key]
  const text = typeof typed === 'string' ? typed : textOf(setting, setting.value)
  const wrong = wrongIn(setting, text)
  const fault = wrong && { validationState: 'error' as const, validationMessage: { children: wrongWords(t, i18n.language, wrong), 'data-testid': `wrong-${key}` } as { children: string } }
  if (look === 'lines') {
    return (
      <Field {...fault}>
        <Textarea {...named} value={text} rows={Math.min(6, Math.max(2, text.split('\n').length))} resize="vertical" spellCheck={false} placeholder="192.0.2.0/24" onChange={(_, data) => onEdit(data.value)} />
      </Field>
    )
  }
  if (kind === 'text') {
    return (
      <Field {...fault}>
        <Input {...named} value={text} autoComplete="off" onChange={(_, data) => onEdit(data.value)} />
      </Field>
    )
  }
  const unit = unitWord(key, text, i18n.language)
  return (
    <Field {...fault} className={styles.number}>
      <Input {...named} className={styles.digits} value={text} inputMode="numeric" autoComplete="off" contentAfter={unit ? <span className={styles.unit} aria-hidden>{unit}</span> : undefined} onChange={(_, data) => onEdit(data.value)} />
    </Field>
  )
}
