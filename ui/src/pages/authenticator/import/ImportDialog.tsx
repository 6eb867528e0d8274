// Import from another authenticator: the content of the file, the choice, and the result.

import { Field, Spinner, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { takeImport, undoImport, type ImportCounts, type ImportPreview, type ImportRow } from '../../../backend/importing'
import { Action } from '../../../components/Action'
import { FaultBar } from '../../../components/FaultBar'
import { useFaultWords } from '../../../components/fault-words'
import { FormDialog } from '../../../components/FormDialog'
import { PasswordInput } from '../../../components/PasswordInput'
import { needsSecondKey, SecondKeyAction } from '../../../components/vault/SecondKeyAction'
import { useCommand } from '../../../state/command'
import { useReturnFocus } from '../use-return-focus'
import { ImportPreviewList } from './ImportPreviewList'
import { useImport } from './use-import'

export interface ImportDialogProps {
  /** It keeps its identity. */
  file: File
  onChanged: () => void
  onClose: () => void
}

export function ImportDialog({ file, onChanged, onClose }: ImportDialogProps) {
  const { t } = useTranslation()
  const wordsOf = useFaultWords()
  useReturnFocus()
  const { step, password, setPassword, unlock, allowMemory, giveUp } = useImport(file)
  const [chosen, setChosen] = useState<ReadonlySet<number> | null>(null)
  const [counts, setCounts] = useState<ImportCounts | null>(null)
  const { busy, fault, run } = useCommand()

  const cancel = () => {
    giveUp()
    onClose()
  }
  const numbers = step.name === 'preview' ? (chosen ?? usual(step.preview)) : new Set<number>()
  const take = () =>
    void run(async () => {
      setCounts(await takeImport([...numbers]))
      onChanged()
    })
  const undo = () =>
    void run(async () => {
      await undoImport()
      onChanged()
      onClose()
    })
  const submit = () => {
    if (counts) cancel()
    else if (step.name === 'password') unlock()
    else if (step.name === 'memory') allowMemory()
    else if (step.name === 'preview' && numbers.size > 0) take()
    else if (step.name === 'failed') cancel()
  }
  const cancelAction = (
    <Action onPress={cancel} testId="action-cancel">
      {t('common.cancel')}
    </Action>
  )
  const actions = () => {
    if (counts) {
      return (
        <>
          {counts.added + counts.changed > 0 && (
            <Action busy={busy} onPress={undo} testId="action-undo-import">
              {t('authenticator.undo')}
            </Action>
          )}
          <Action type="submit" appearance="primary" testId="action-close" autoFocus>
            {t('common.close')}
          </Action>
        </>
      )
    }
    switch (step.name) {
      case 'reading':
        return cancelAction
      case 'failed':
        return (
          <Action type="submit" appearance="primary" testId="action-close" autoFocus>
            {t('common.close')}
          </Action>
        )
      case 'password':
        return (
          <>
            {cancelAction}
            <Action type="submit" appearance="primary" blocked={password === '' ? t('importing.passwordMissing') : null} testId="action-unlock-import">
              {t('importing.unlock')}
            </Action>
          </>
        )
      case 'memory':
        return (
          <>
            {cancelAction}
            <Action type="submit" appearance="primary" testId="action-allow-memory">
              {t('importing.goOn')}
            </Action>
          </>
        )
      case 'preview':
        return (
          <>
            {cancelAction}
            <Action type="submit" appearance="primary" busy={busy} blocked={numbers.size === 0 ? t('importing.nothingChosen') : null} testId="action-import">
              {t('importing.take', { number: numbers.size })}
            </Action>
          </>
        )
    }
  }
  return (
    <FormDialog wide height="steady" title={t('importing.title', { name: file.name })} testId="dialog-import" onCancel={cancel} onSubmit={submit} actions={actions()}>
      {fault && <FaultBar fault={fault} action={needsSecondKey(fault) && <SecondKeyAction onKept={take} />} />}
      {counts ? (
        <Result counts={counts} />
      ) : (
        <>
          {step.name === 'reading' && <Spinner label={t('importing.reading')} data-testid="import-reading" />}
          {step.name === 'failed' && <FaultBar fault={step.fault} />}
          {step.name === 'memory' && <FaultBar fault={step.fault} intent="warning" />}
          {step.name === 'password' && (
            <>
              <Text>{t('importing.encrypted', { format: step.format })}</Text>
              <Field label={t('importing.password')} {...(step.fault && { validationState: 'error', validationMessage: Object.values(pick(wordsOf(step.fault))).join(' ') })}>
                <PasswordInput value={password} onChange={setPassword} testId="field-import-password" autoComplete="off" autoFocus />
              </Field>
            </>
          )}
          {step.name === 'preview' && <ImportPreviewList preview={step.preview} chosen={numbers} onChosen={setChosen} />}
        </>
      )}
    </FormDialog>
  )
}

const pick = ({ title, next }: { title: string; next: string }) => ({ title: `${title}.`, next })

/** New and changed accounts are chosen by default; existing ones are not. */
function usual({ entries }: ImportPreview): ReadonlySet<number> {
  return new Set(entries.filter(isUsual).map(({ number }) => number))
}

const isUsual = ({ verdict }: ImportRow) => verdict !== 'same'

function Result({ counts }: { counts: ImportCounts }) {
  const { t } = useTranslation()
  const parts = (['added', 'changed', 'same', 'leftOut', 'unusable'] as const).filter((part) => counts[part] > 0)
  return (
    <>
      <Text as="p" role="status" data-testid="import-result">
        {[t('importing.counts.read', { number: counts.read }), ...parts.map((part) => t(`importing.counts.${part}`, { number: counts[part] }))].join(t('importing.counts.between'))}
      </Text>
      {counts.added > 0 && <Text as="p">{t('importing.deleteFile')}</Text>}
    </>
  )
}
