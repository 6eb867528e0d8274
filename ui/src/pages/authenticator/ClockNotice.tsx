// Says when this computer's clock is so wrong that codes made elsewhere on it would be refused.

import { useTranslation } from 'react-i18next'

import { Notice } from '../../components/Notice'
import { useFormats } from '../../state/format'
import { useStatus } from '../../state/status'

const BEARABLE = 5

export function ClockNotice() {
  const { t } = useTranslation()
  const format = useFormats()
  const behind = useStatus()?.clockOffsetSeconds ?? 0
  if (Math.abs(behind) <= BEARABLE) return null
  const time = format.duration(Math.abs(behind))
  return (
    <Notice intent="warning" testId="notice-clock" title={behind > 0 ? t('authenticator.clock.slow', { time }) : t('authenticator.clock.fast', { time })}>
      {t('authenticator.clock.explained')}
    </Notice>
  )
}
