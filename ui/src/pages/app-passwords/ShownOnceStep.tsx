// *Your app password*: shown once. Closing without copying asks once.

import { Text } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { NewAppPassword } from '../../backend/app-passwords'
import { Action } from '../../components/Action'
import { AppPasswordReveal } from '../../components/AppPasswordReveal'
import { FormDialog } from '../../components/FormDialog'
import { Notice } from '../../components/Notice'
import { DeviceSteps } from './DeviceSteps'
import { FirstUseLine } from './FirstUseLine'

export function ShownOnceStep({ password, onClose }: { password: NewAppPassword; onClose: () => void }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const [asked, setAsked] = useState(false)
  const close = () => {
    if (copied || asked) onClose()
    else setAsked(true)
  }
  return (
    <FormDialog
      height="steady"
      alert
      title={t('appPassword.yours')}
      testId="dialog-your-app-password"
      onCancel={close}
      onSubmit={close}
      actions={
        <Action onPress={close} testId="action-close">
          {asked && !copied ? t('appPasswords.closeAnyway') : t('common.close')}
        </Action>
      }
    >
      {asked && !copied && (
        <Notice intent="warning" title={t('appPasswords.notCopied')} testId="notice-not-copied">
          {t('appPasswords.notCopiedText')}
        </Notice>
      )}
      <AppPasswordReveal password={password} onCopied={() => setCopied(true)} />
      <FirstUseLine id={password.id} />
      <Text>{t('appPasswords.whereToType')}</Text>
      <DeviceSteps id={password.id} onCode={() => setCopied(true)} />
    </FormDialog>
  )
}
