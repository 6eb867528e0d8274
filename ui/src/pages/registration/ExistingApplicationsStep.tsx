// *Keep using your existing applications*: the first app password, shown once.

import { Text } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { closeAppPassword, deleteAppPassword, type NewAppPassword } from '../../backend/app-passwords'
import { Action } from '../../components/Action'
import { AppPasswordReveal } from '../../components/AppPasswordReveal'
import { FaultBar } from '../../components/FaultBar'
import { FormDialog } from '../../components/FormDialog'
import { Panel } from '../../components/Panel'
import { useCommand } from '../../state/command'
import type { StepFrame } from './step'

export interface ExistingApplicationsStepProps {
  progress: StepFrame['progress']
  password: NewAppPassword
  /** Whether the person keeps it. */
  onDone: (kept: boolean) => void
}

export function ExistingApplicationsStep({ progress, password, onDone }: ExistingApplicationsStepProps) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const [asking, setAsking] = useState(false)
  const ending = useCommand()

  const end = async (keep: boolean) => {
    const ended = await ending.run(async () => {
      if (!keep) await deleteAppPassword(password.id)
      await closeAppPassword(password.id)
    })
    if (ended) onDone(keep)
  }
  const done = () => {
    if (!copied) setAsking(true)
    else void end(true)
  }
  return (
    <Panel
      heading={t(progress.of === 4 ? 'registration.step4Existing' : 'registration.step3Existing')}
      testId="step-existing-applications"
      progress={progress}
      onSubmit={done}
      actions={
        <Action type="submit" appearance="primary" busy={ending.busy && !asking} testId="action-next">
          {t('common.next')}
        </Action>
      }
    >
      {ending.fault && !asking && <FaultBar fault={ending.fault} />}
      <Text>{t('registration.existingApplications')}</Text>
      <AppPasswordReveal password={password} onCopied={() => setCopied(true)} />
      {asking && (
        <FormDialog
          alert
          title={t('registration.keepTitle')}
          testId="dialog-keep-app-password"
          onCancel={() => setAsking(false)}
          actions={
            <>
              <Action danger busy={ending.busy} onPress={() => void end(false)} testId="action-delete-app-password">
                {t('common.delete')}
              </Action>
              <Action appearance="primary" autoFocus busy={ending.busy} onPress={() => void end(true)} testId="action-keep-app-password">
                {t('registration.keep')}
              </Action>
            </>
          }
        >
          {ending.fault && <FaultBar fault={ending.fault} />}
          <Text>{t('registration.keepText')}</Text>
        </FormDialog>
      )}
    </Panel>
  )
}
