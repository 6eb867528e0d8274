// The last step: *Keep using your existing applications*, with the first app password where there may be one.

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
  password: NewAppPassword | null
  /** The second step is asked for at sign-in from now on. */
  asked: boolean
  onDone: () => void
}

export function ExistingApplicationsStep({ progress, password, asked, onDone }: ExistingApplicationsStepProps) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const [asking, setAsking] = useState(false)
  const ending = useCommand()

  const end = async (keep: boolean) => {
    const ended = await ending.run(async () => {
      if (!password) return
      if (!keep) await deleteAppPassword(password.id)
      await closeAppPassword(password.id)
    })
    if (ended) onDone()
  }
  const done = () => {
    if (password && !copied) setAsking(true)
    else void end(true)
  }
  const heading = password ? t(progress.of === 4 ? 'registration.step4Existing' : 'registration.step3Existing') : t('registration.allSet')
  return (
    <Panel
      heading={heading}
      testId="step-existing-applications"
      progress={progress}
      onSubmit={done}
      actions={
        <Action type="submit" appearance={password ? 'secondary' : 'primary'} busy={ending.busy && !asking} testId="action-done">
          {t('common.done')}
        </Action>
      }
    >
      {ending.fault && !asking && <FaultBar fault={ending.fault} />}
      <Text>{t(password ? 'registration.existingApplications' : asked ? 'registration.allSetText' : 'registration.allSetNotAsked')}</Text>
      {password && <AppPasswordReveal password={password} onCopied={() => setCopied(true)} />}
      {asking && (
        <FormDialog
          alert
          title={t('registration.keepTitle')}
          testId="dialog-keep-app-password"
          onCancel={() => setAsking(false)}
          actions={
            <>
              <Action busy={ending.busy} onPress={() => void end(false)} testId="action-delete-app-password">
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
