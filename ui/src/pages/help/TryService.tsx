// Tries the service now, and shows whether it answers.

import { Text } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { refresh } from '../../backend/app'
import { Action } from '../../components/Action'
import { FaultBar } from '../../components/FaultBar'
import { useCommand } from '../../state/command'
import { takeStatus, useStatus } from '../../state/status'

export function TryService({ appearance }: { appearance: 'primary' | 'secondary' }) {
  const { t } = useTranslation()
  const offline = useStatus()?.connection === 'offline'
  const { busy, fault, run } = useCommand()
  const [tried, setTried] = useState(false)
  const ask = async () => {
    await run(async () => takeStatus(await refresh()))
    setTried(true)
  }
  return (
    <>
      <Action appearance={appearance} busy={busy} onPress={() => void ask()} testId="action-help-tryService">
        {t('help.actions.tryService')}
      </Action>
      <Text role="status" data-testid="help-service">
        {tried && !busy && !fault && t(offline ? 'help.service.silent' : 'help.service.answers')}
      </Text>
      {fault && <FaultBar fault={fault} />}
    </>
  )
}
