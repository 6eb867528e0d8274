// A bulk action: one question with the number of people, progress, and a result that lists each failure.

import { Field, Input, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { AdminUser, BulkCounts, BulkResult } from '../../backend/administration'
import { Action } from '../../components/Action'
import { FaultBar } from '../../components/FaultBar'
import { FormDialog } from '../../components/FormDialog'
import { useFaultWords } from '../../components/fault-words'
import { ReasonField } from './ActionDialog'
import { isDangerous, needsNumber, needsReason, SHORTEST_REASON, type BulkAct } from './acts'
import { canBeUndone, useBulk, useFigures, type Outcome } from './use-bulk'

const useStyles = makeStyles({
  failures: { display: 'flex', flexDirection: 'column', rowGap: '8px', margin: 0, padding: 0, listStyle: 'none', maxHeight: '240px', overflowY: 'auto' },
  failure: { display: 'flex', flexDirection: 'column', padding: '8px 12px', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground3 },
  why: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

export interface BulkDialogProps {
  act: BulkAct
  people: AdminUser[]
  onClose: (changed: boolean) => void
}

export function BulkDialog({ act, people, onClose }: BulkDialogProps) {
  const { t } = useTranslation()
  const { bulk, run, undo, stop } = useBulk(act, people)
  const figures = useFigures(act, people)
  const [reason, setReason] = useState('')
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState(people)
  const count = people.length
  const action = t(`administration.actions.${act}`)
  const reasonShort = needsReason(act) && reason.trim().length < SHORTEST_REASON
  const numberMissing = needsNumber(act, count) && typed.trim() !== String(count)
  const blocked = reasonShort ? t('administration.reasonShort', { number: SHORTEST_REASON }) : numberMissing ? t('administration.typeCountFirst') : null
  const again = (whom: AdminUser[], done: number) => {
    setAsked(whom)
    void run(whom, reason, done)
  }

  if (bulk.step === 'asks') {
    return (
      <FormDialog
        title={t(`administration.ask.${act}`, { count })}
        testId="dialog-bulk"
        onCancel={() => onClose(false)}
        onSubmit={() => {
          if (!blocked) again(people, 0)
        }}
        actions={
          <>
            <Action onPress={() => onClose(false)} testId="action-cancel">
              {t('common.cancel')}
            </Action>
            <Action type="submit" appearance="primary" danger={isDangerous(act)} blocked={blocked} testId="action-confirm">
              {t('administration.bulk.primary', { action, count })}
            </Action>
          </>
        }
      >
        <Text>{t(`administration.says.${act}`)}</Text>
        {figures && <Figures figures={figures} />}
        <ReasonField value={reason} needed={needsReason(act)} onChange={setReason} />
        {needsNumber(act, count) && (
          <Field label={t('administration.typeCount', { number: count })} required>
            <Input value={typed} onChange={(_, { value }) => setTyped(value)} inputMode="numeric" autoComplete="off" data-testid="field-count" />
          </Field>
        )}
      </FormDialog>
    )
  }
  if (bulk.step === 'runs') {
    return (
      <FormDialog
        title={t(`administration.ask.${act}`, { count })}
        testId="dialog-bulk-progress"
        onCancel={stop}
        actions={
          <Action onPress={stop} autoFocus testId="action-stop">
            {t('administration.bulk.stop')}
          </Action>
        }
      >
        <ProgressBar value={bulk.done} max={asked.length} aria-label={action} />
        <Text role="status">{t('administration.bulk.progress', { done: bulk.done, count: asked.length })}</Text>
      </FormDialog>
    )
  }
  const onUndo = canBeUndone(act) ? () => void undo(reason) : null
  return <Result action={action} outcome={bulk.outcome} onAgain={again} onUndo={onUndo} onClose={() => onClose(true)} />
}

interface ResultProps {
  action: string
  outcome: Outcome
  onAgain: (whom: AdminUser[], done: number) => void
  /** Null if the action cannot be undone. */
  onUndo: (() => void) | null
  onClose: () => void
}

function Result({ action, outcome: { done, failed, left, endedBy, undone }, onAgain, onUndo, onClose }: ResultProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const words = useFaultWords()
  return (
    <FormDialog
      title={t(undone ? 'administration.bulk.undoneTitle' : 'administration.bulk.resultTitle', { action })}
      testId="dialog-bulk-result"
      onCancel={onClose}
      actions={
        <>
          {left.length > 0 && (
            <Action onPress={() => onAgain(left, done)} testId="action-go-on">
              {t('administration.bulk.goOn', { count: left.length })}
            </Action>
          )}
          {failed.length > 0 && !undone && (
            <Action onPress={() => onAgain(failed.map(({ person }) => person), done)} testId="action-again">
              {t('administration.bulk.again', { count: failed.length })}
            </Action>
          )}
          {onUndo && done > 0 && !undone && (
            <Action onPress={onUndo} testId="action-undo">
              {t('administration.bulk.undo')}
            </Action>
          )}
          <Action appearance="primary" onPress={onClose} autoFocus testId="action-close">
            {t('common.close')}
          </Action>
        </>
      }
    >
      <Text role="status" data-testid="bulk-result">
        {undone ? t('administration.bulk.undone', { done, failed: failed.length }) : t('administration.bulk.result', { done, failed: failed.length, left: left.length })}
      </Text>
      {endedBy && <FaultBar fault={endedBy} />}
      {failed.length > 0 && (
        <ul className={styles.failures}>
          {failed.map(({ person, fault }) => {
            const { title, next } = words(fault)
            return (
              <li key={person.userPrincipalName} className={styles.failure} data-testid="bulk-failure">
                <span>{`${person.displayName} (${person.userPrincipalName})`}</span>
                <span className={styles.why}>{[title, next].filter(Boolean).join('. ')}</span>
              </li>
            )
          })}
        </ul>
      )}
    </FormDialog>
  )
}

const COUNTS = ['registering', 'enforced', 'phones', 'apps', 'hardwareTokens', 'trustedDevices', 'appPasswords', 'appPasswordsUsedThisWeek', 'sessions'] as const satisfies readonly (keyof BulkCounts)[]

/** *Phones: 38 · Apps: 45*; figures of nothing are left out. */
function Figures({ figures: { counts, unchanged, failures } }: { figures: BulkResult }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const facts = COUNTS.flatMap((name) => {
    const number = counts?.[name] ?? 0
    return number > 0 ? [t(`administration.bulk.counts.${name}`, { number })] : []
  })
  if (unchanged > 0) facts.push(t('administration.bulk.unchanged', { number: unchanged }))
  if (failures.length > 0) facts.push(t('administration.bulk.refused', { number: failures.length }))
  if (facts.length === 0) return null
  return (
    <Text className={styles.why} role="status" data-testid="bulk-figures">
      {facts.join(' · ')}
    </Text>
  )
}
