// The container of the second step: the card of the sign-in page, or a dialog over the waiting action.

import { Text } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import { FormDialog } from '../../components/FormDialog'
import { Panel, type PanelProps } from '../../components/Panel'

export interface SecondStepFrameProps extends PanelProps {
  dialog: boolean
  onCancel: () => void
}

export function SecondStepFrame({ dialog, onCancel, ...panel }: SecondStepFrameProps) {
  const { t } = useTranslation()
  if (!dialog) return <Panel {...panel} />
  return (
    <FormDialog title={t('stepUp.title')} testId="dialog-step-up" onCancel={onCancel} onSubmit={panel.onSubmit} actions={panel.actions}>
      <Text>{t('stepUp.text')}</Text>
      {panel.children}
    </FormDialog>
  )
}
