// How a person signs in: state, bypass, app passwords, devices, sessions, role. One row each, with its actions.

import { useTranslation } from 'react-i18next'

import type { AdminUserDetails } from '../../backend/administration'
import { Action } from '../../components/Action'
import { SettingsCard } from '../../components/SettingsCard'
import { useFormats } from '../../state/format'
import { isDangerous, type Act } from './acts'

export interface AccessCardsProps {
  details: AdminUserDetails
  blocked: string | null
  may: (act: Act) => boolean
  administers: boolean
  onAct: (act: Act) => void
  onRoles: () => void
}

export function AccessCards({ details, blocked, may, administers, onAct, onRoles }: AccessCardsProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const button = (act: Act, words = t(`administration.actions.${act}`)) =>
    may(act) && (
      <Action size="small" danger={isDangerous(act)} blocked={blocked} onPress={() => onAct(act)} testId={`person-${act}`}>
        {words}
      </Action>
    )
  const again = details.registration.reasons.includes('reregistration_required')
  const asked = t(`administration.person.asked.${again ? 'again' : details.mfaState}`)
  const roles = details.roles.map((role) => t(`administration.roles.${role}`)).join(', ')
  return (
    <>
      <SettingsCard
        title={t('administration.people.columns.state')}
        state={[t(`administration.states.${details.mfaState}`), asked, t('administration.person.since', { date: format.date(details.createdDateTime) })].join(' · ')}
        control={button(details.mfaState === 'disabled' ? 'enable' : 'disable')}
        testId="card-state"
      />
      <SettingsCard title={t('administration.actions.oneTimeBypass')} state={t('administration.says.oneTimeBypass')} control={button('oneTimeBypass', t('administration.person.giveBypass'))} testId="card-bypass" />
      <SettingsCard title={t('administration.person.appPasswords')} state={String(details.appPasswords)} control={details.appPasswords > 0 && button('deleteAppPasswords')} testId="card-app-passwords" />
      <SettingsCard title={t('administration.person.trustedDevices')} state={String(details.trustedDevices)} control={details.trustedDevices > 0 && button('restoreMfa')} testId="card-trusted-devices" />
      {may('revokeSessions') && <SettingsCard title={t('administration.person.sessions')} state={t('administration.says.revokeSessions')} control={button('revokeSessions')} testId="card-sessions" />}
      {administers && (
        <SettingsCard
          title={t('administration.person.role')}
          state={roles ? [roles, details.mfaState !== 'enforced' && t('administration.person.secondStepFirst')].filter(Boolean).join(' · ') : t('administration.person.noRole')}
          control={
            <Action size="small" blocked={blocked} onPress={onRoles} testId="action-change-roles">
              {t('administration.person.changeRoles')}
            </Action>
          }
          testId="card-roles"
        />
      )}
    </>
  )
}
