// A question with two answers. If the action deletes something, the focus starts on the harmless answer.

import { Text } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import { useCommand } from '../state/command'
import { Action } from './Action'
import { FaultBar } from './FaultBar'
import { FormDialog } from './FormDialog'

export interface ConfirmDialogProps {
  title: string
  /** One or more sentences about the result. */
  text: string | string[]
  yes?: string
  no?: string
  /** *Yes* deletes something. */
  danger?: boolean
  testId: string
  onYes: () => Promise<unknown>
  /** Called after *Yes* succeeded. */
  onDone: () => void
  onNo: () => void
}

export function ConfirmDialog({ title, text, yes, no, danger = false, testId, onYes, onDone, onNo }: ConfirmDialogProps) {
  const { t } = useTranslation()
  const { busy, fault, run } = useCommand()
  const confirm = async () => {
    if (await run(onYes)) onDone()
  }
  return (
    <FormDialog
      alert
      title={title}
      testId={testId}
      onCancel={onNo}
      actions={
        <>
          <Action onPress={onNo} testId="action-no" autoFocus>
            {no ?? t('common.no')}
          </Action>
          <Action appearance="primary" danger={danger} busy={busy} onPress={() => void confirm()} testId="action-yes">
            {yes ?? t('common.yes')}
          </Action>
        </>
      }
    >
      {fault && <FaultBar fault={fault} />}
      {(Array.isArray(text) ? text : [text]).map((sentence) => (
        <Text key={sentence}>{sentence}</Text>
      ))}
    </FormDialog>
  )
}
