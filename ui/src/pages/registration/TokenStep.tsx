// Step 2: Add a hardware token.

import { useTranslation } from 'react-i18next'

import { Action } from '../../components/Action'
import { AddTokenFields } from '../../components/AddTokenFields'
import { Panel } from '../../components/Panel'
import { useAddToken } from '../../components/use-add-token'
import type { StepFrame } from './step'

export interface TokenStepProps extends StepFrame {
  onVerified: () => Promise<void>
  onBack: () => void
}

export function TokenStep({ progress, blocked, onCancel, onVerified, onBack }: TokenStepProps) {
  const { t } = useTranslation()
  const token = useAddToken(onVerified)
  return (
    <Panel
      heading={t('hardwareToken.step2')}
      testId="step-token"
      progress={progress}
      onSubmit={() => {
        if (!blocked) void token.add()
      }}
      actions={
        <>
          <Action onPress={onCancel} testId="action-cancel">
            {t('common.cancel')}
          </Action>
          <Action onPress={onBack} testId="action-back">
            {t('common.back')}
          </Action>
          <Action type="submit" appearance="primary" busy={token.adding.busy} blocked={blocked ?? token.missing} testId="action-add-token">
            {t('common.verify')}
          </Action>
        </>
      }
    >
      <AddTokenFields token={token} />
    </Panel>
  )
}
