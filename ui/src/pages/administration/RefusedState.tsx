// Shown in place of the administration pages: the role was removed, or the second step was not done.

import { ShieldPersonRegular } from '@fluentui/react-icons/svg/shield-person'
import { useTranslation } from 'react-i18next'

import type { Fault } from '../../backend/fault'
import { Action } from '../../components/Action'
import { EmptyState } from '../../components/EmptyState'
import { FaultBar } from '../../components/FaultBar'

export interface RefusedStateProps {
  fault: Fault
  onAgain: () => void
  onMyPages: () => void
}

/** Shown in place of a list that could not be loaded. */
export function RefusedState({ fault, onAgain, onMyPages }: RefusedStateProps) {
  const { t } = useTranslation()
  if (fault.code === 'insufficient_scope') return <RoleGone onMyPages={onMyPages} />
  if (fault.code === 'step_up_required') {
    return (
      <EmptyState
        icon={<ShieldPersonRegular />}
        title={t('administration.secondStepTitle')}
        text={t('administration.secondStepText')}
        testId="needs-second-step"
        action={
          <Action appearance="primary" onPress={onAgain} testId="action-confirm-again">
            {t('administration.confirmAgain')}
          </Action>
        }
      />
    )
  }
  return (
    <FaultBar
      fault={fault}
      action={
        <Action size="small" onPress={onAgain} testId="action-try-again">
          {t('common.tryAgain')}
        </Action>
      }
    />
  )
}

export function RoleGone({ onMyPages }: { onMyPages: () => void }) {
  const { t } = useTranslation()
  return (
    <EmptyState
      icon={<ShieldPersonRegular />}
      title={t('administration.noRoleTitle')}
      text={t('administration.noRoleText')}
      testId="role-gone"
      action={
        <Action appearance="primary" onPress={onMyPages} testId="action-my-pages">
          {t('administration.toMyPages')}
        </Action>
      }
    />
  )
}
