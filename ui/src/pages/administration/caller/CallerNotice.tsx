// Whether the caller is verified: the notice on the page of a person.

import { useTranslation } from 'react-i18next'

import type { CallerStanding } from '../../../backend/callers'
import { Action } from '../../../components/Action'
import { Notice } from '../../../components/Notice'
import { useFormats } from '../../../state/format'

export interface CallerNoticeProps {
  standing: CallerStanding
  blocked: string | null
  onVerify: () => void
}

export function CallerNotice({ standing, blocked, onVerify }: CallerNoticeProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const { required, verified, stoppedUntilDateTime } = standing
  if (stoppedUntilDateTime) {
    return (
      <Notice intent="error" title={t('callers.stoppedTitle', { time: format.time(stoppedUntilDateTime) })} testId="notice-stopped">
        {t('callers.stoppedText')}
      </Notice>
    )
  }
  const action = (
    <Action size="small" blocked={blocked} onPress={onVerify} testId="action-verify-caller">
      {t('callers.verify')}
    </Action>
  )
  if (verified.length > 0) {
    return (
      <Notice intent="success" title={t('callers.verifiedTitle')} testId="notice-caller-verified" action={action}>
        {verified.map(({ act, untilDateTime }) => t('callers.verifiedFor', { act: t(`callers.acts.${act}`), time: format.time(untilDateTime) })).join(' ')}
      </Notice>
    )
  }
  return (
    <Notice intent={required ? 'warning' : 'info'} title={t('callers.notVerified')} testId="notice-caller" action={action}>
      {t(required ? 'callers.requiredText' : 'callers.advisedText')}
    </Notice>
  )
}
