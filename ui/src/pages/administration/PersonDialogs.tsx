// The dialogs of a person's page: an action, the verification of a caller before it, and roles.

import { useTranslation } from 'react-i18next'

import type { AdminUserDetails } from '../../backend/administration'
import type { CallerAct } from '../../backend/callers'
import { useNotify } from '../../components/notify'
import { ActionDialog } from './ActionDialog'
import type { Act } from './acts'
import { callerActOf } from './caller/caller-standing'
import { VerifyCallerDialog } from './caller/VerifyCallerDialog'
import { RolesDialog } from './RolesDialog'

export interface PersonDialogsProps {
  details: AdminUserDetails
  act: Act | null
  roles: boolean
  /** What the caller is to be verified for; null while no question is open. */
  verifying: CallerAct[] | null
  onAct: (act: Act | null) => void
  onRoles: (open: boolean) => void
  onVerifying: (acts: CallerAct[] | null) => void
  /** With what was done. */
  onChanged: (words: string) => void
  onVerified: () => Promise<void>
}

export function PersonDialogs({ details, act, roles, verifying, onAct, onRoles, onVerifying, onChanged, onVerified }: PersonDialogsProps) {
  const { t } = useTranslation()
  const notify = useNotify()
  const { userPrincipalName: upn, displayName: name, caller } = details
  if (verifying) {
    return (
      <VerifyCallerDialog
        upn={upn}
        name={name}
        standing={caller}
        acts={verifying}
        onVerified={() => {
          notify(t('callers.verifiedTitle'))
          // The action that waits goes on with what the service says now.
          void onVerified().then(() => onVerifying(null))
        }}
        onClose={() => {
          onVerifying(null)
          void onVerified()
        }}
      />
    )
  }
  if (act) {
    return (
      <ActionDialog
        act={act}
        upn={upn}
        name={name}
        caller={caller}
        onVerify={() => onVerifying([callerActOf(act) ?? 'oneTimeBypass'])}
        onCancel={() => onAct(null)}
        onDone={() => {
          onAct(null)
          onChanged(t(`administration.done.${act}`))
        }}
      />
    )
  }
  if (!roles) return null
  return (
    <RolesDialog
      user={details}
      onCancel={() => onRoles(false)}
      onDone={() => {
        onRoles(false)
        onChanged(t('administration.done.roles'))
      }}
    />
  )
}
