// The embedded service did not start: the reason, and a button to try again.

import { useTranslation } from 'react-i18next'

import { setDemoServiceRunning } from '../../backend/demo'
import { Action } from '../../components/Action'
import { FaultBar } from '../../components/FaultBar'
import { useCommand } from '../../state/command'
import { useStatus } from '../../state/status'

export function ServiceNotStarted() {
  const { t } = useTranslation()
  const fault = useStatus()?.serviceFault ?? null
  const starting = useCommand()
  if (!fault) return null
  return (
    <FaultBar
      fault={starting.fault ?? fault}
      action={
        <Action busy={starting.busy} onPress={() => void starting.run(() => setDemoServiceRunning(true))} testId="action-try-again">
          {t('common.tryAgain')}
        </Action>
      }
    />
  )
}
