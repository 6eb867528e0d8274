// What is going to be saved: every change with what it does. If somebody saved first, the same dialog asks what to keep.

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { previewSettings, type Setting, type SettingsEffect } from '../../../backend/administration'
import type { Fault } from '../../../backend/fault'
import { Action } from '../../../components/Action'
import { FaultBar } from '../../../components/FaultBar'
import { FormDialog } from '../../../components/FormDialog'
import { Notice } from '../../../components/Notice'
import { localeOf } from '../../../state/language'
import { changedIn, patchOf, shownValue, without, type Edits } from './draft'
import { keysOf } from './groups'
import { MeetingStep, type Chosen } from './MeetingStep'
import { fromTo, nameOf, valueWords } from './setting-words'
import type { Met, Saved } from './use-service-settings'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: '8px', margin: 0, padding: 0, listStyle: 'none' },
  change: { display: 'flex', flexDirection: 'column', rowGap: '2px', padding: '10px 12px', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground3 },
  name: { fontWeight: tokens.fontWeightSemibold },
  soft: { color: tokens.colorNeutralForeground3 },
})

export interface ReviewDialogProps {
  settings: Setting[]
  edits: Edits
  onSave: (edits: Edits) => Promise<Saved>
  onClose: () => void
  /** Nothing is left to save: the others' values were chosen. */
  onDiscard: () => void
  onSaved: () => void
}

export function ReviewDialog({ settings, edits, onSave, onClose, onDiscard, onSaved }: ReviewDialogProps) {
  const { t, i18n } = useTranslation()
  const styles = useStyles()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const [met, setMet] = useState<Met | null>(null)
  const [chosen, setChosen] = useState<Chosen>({})
  const theirs = Object.keys(chosen).filter((key) => chosen[key] === 'theirs')
  const kept = without(edits, theirs)
  const changes = changedIn(settings, kept)
  const { effects, state } = useEffects(JSON.stringify(patchOf(settings, kept)))
  const undecided = met?.conflicts.some(({ setting }) => !chosen[setting.key]) ?? false
  const nothingLeft = met !== null && changes.length === 0
  const blocked = undecided ? t('serviceSettings.met.chooseFirst') : state === 'counting' ? t('serviceSettings.counting') : null

  const submit = async () => {
    if (blocked || busy) return
    if (nothingLeft) {
      onDiscard()
      return
    }
    setBusy(true)
    setFault(null)
    const saved = await onSave(kept)
    setBusy(false)
    if (saved.outcome === 'saved') onSaved()
    else if (saved.outcome === 'refused') setFault(named(saved.fault, (key) => nameOf(t, key)))
    else {
      setChosen({})
      setMet(saved.met)
    }
  }
  const words = (setting: Setting, value: Setting['value']) => valueWords(t, i18n.language, setting, value)
  const effectWords = ({ effect, people, things }: SettingsEffect) => {
    const number = new Intl.NumberFormat(localeOf(i18n.language))
    return t(`serviceSettings.effects.${effect}`, { count: effect === 'log_rows_deleted' ? things : people, people: number.format(people), things: number.format(things) })
  }
  const noneLeft = keysOf('verification').every((key) => settings.some((setting) => setting.key === key && shownValue(setting, kept) === false))

  return (
    <FormDialog
      wide
      title={met ? t('serviceSettings.met.title') : t('serviceSettings.reviewTitle', { count: changes.length })}
      testId={met ? 'dialog-settings-met' : 'dialog-review-settings'}
      onCancel={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Action onPress={onClose} autoFocus testId="action-cancel">
            {t('common.cancel')}
          </Action>
          <Action type="submit" appearance="primary" busy={busy} blocked={blocked} testId="action-save-settings">
            {nothingLeft ? t('common.close') : met ? t('serviceSettings.met.again') : t('serviceSettings.save')}
          </Action>
        </>
      }
    >
      {fault && <FaultBar fault={fault} />}
      {met && <MeetingStep met={met} chosen={chosen} onChoose={(key, side) => setChosen((before) => ({ ...before, [key]: side }))} />}
      {noneLeft && (
        <Notice intent="warning" title={t('serviceSettings.noMethodTitle')} testId="notice-no-method">
          {t('serviceSettings.noMethodText')}
        </Notice>
      )}
      {changes.length > 0 && (
        <ul className={styles.list} aria-label={t('serviceSettings.unsaved')}>
          {changes.map((setting) => (
            <li key={setting.key} className={styles.change} data-testid={`change-${setting.key}`}>
              <Text className={styles.name}>{nameOf(t, setting.key)}</Text>
              <Text>{fromTo(words(setting, setting.value), words(setting, shownValue(setting, kept)))}</Text>
              {effects
                .filter(({ key }) => key === setting.key)
                .map((effect) => (
                  <Text key={effect.effect} size={200} className={styles.soft}>
                    {effectWords(effect)}
                  </Text>
                ))}
            </li>
          ))}
        </ul>
      )}
      <Text size={200} className={styles.soft} role="status">
        {state === 'found' ? '' : t(`serviceSettings.${state}`)}
      </Text>
    </FormDialog>
  )
}

/** A refused key has its name in the sentence. */
function named(fault: Fault, name: (key: string) => string): Fault {
  const { field } = fault.params
  return fault.code === 'invalid_request' && typeof field === 'string' ? { ...fault, params: { ...fault.params, field: name(field) } } : fault
}

interface Effects {
  effects: SettingsEffect[]
  state: 'counting' | 'found' | 'notCounted'
}

/** What the changes would do. If it cannot be counted they can be saved nevertheless. */
function useEffects(patch: string): Effects {
  const [found, setFound] = useState<Effects & { patch: string }>({ patch: '', effects: [], state: 'counting' })
  useEffect(() => {
    let current = true
    const answered = (effects: SettingsEffect[], state: Effects['state']) => {
      if (current) setFound({ patch, effects, state })
    }
    void previewSettings(JSON.parse(patch) as Record<string, never>).then(
      (effects) => answered(effects, 'found'),
      () => answered([], 'notCounted'),
    )
    return () => {
      current = false
    }
  }, [patch])
  return found.patch === patch ? found : { effects: [], state: 'counting' }
}
