// Compares this computer's clock with the service's, as the app measured it.

import { Text } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { refresh, type Status } from '../../backend/app'
import { Action } from '../../components/Action'
import { useCommand } from '../../state/command'
import { useFormats, type Formats } from '../../state/format'
import { takeStatus, useStatus } from '../../state/status'
import type { TFunction } from 'i18next'

/** Codes work up to this difference. */
const BEARABLE = 5

export function CheckClock({ appearance }: { appearance: 'primary' | 'secondary' }) {
  const { t } = useTranslation()
  const format = useFormats()
  const status = useStatus()
  const { busy, run } = useCommand()
  const [checked, setChecked] = useState(false)
  const check = async () => {
    await run(async () => takeStatus(await refresh()))
    setChecked(true)
  }
  return (
    <>
      <Action appearance={appearance} busy={busy} onPress={() => void check()} testId="action-help-checkClock">
        {t('help.actions.checkClock')}
      </Action>
      <Text role="status" data-testid="help-clock">
        {checked && !busy && verdict(t, format, status)}
      </Text>
    </>
  )
}

function verdict(t: TFunction, format: Formats, status: Status | null): string {
  const behind = status?.clockOffsetSeconds ?? null
  if (behind === null) return t('help.clock.unknown')
  if (Math.abs(behind) <= BEARABLE) return t('help.clock.right')
  const time = format.duration(Math.abs(behind))
  return behind > 0 ? t('help.clock.slow', { time }) : t('help.clock.fast', { time })
}
