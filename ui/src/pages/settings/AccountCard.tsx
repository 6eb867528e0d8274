// The signed-in person.

import { PersonRegular } from '@fluentui/react-icons/svg/person'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { SignedInPerson } from '../../backend/app'
import { signOut } from '../../backend/sign-in'
import { Action } from '../../components/Action'
import { ChangePasswordDialog } from '../../components/ChangePasswordDialog'
import { FaultBar } from '../../components/FaultBar'
import { useNotify } from '../../components/notify'
import { useOffline } from '../../components/offline'
import { SettingsCard } from '../../components/SettingsCard'
import { useCommand } from '../../state/command'

export function AccountCard({ person }: { person: SignedInPerson }) {
  const { t } = useTranslation()
  const { busy, fault, run } = useCommand()
  const notify = useNotify()
  const offline = useOffline()
  const [changing, setChanging] = useState(false)
  // While a registration is required, nothing else is available.
  const mayChange = !person.registration.required
  return (
    <>
      {fault && <FaultBar fault={fault} />}
      <SettingsCard
        icon={<PersonRegular />}
        title={person.displayName}
        testId="card-account"
        state={[person.userPrincipalName, person.organization].join(' · ')}
        control={
          <>
            {mayChange && (
              <Action blocked={offline} onPress={() => setChanging(true)} testId="action-open-change-password">
                {t('password.change')}
              </Action>
            )}
            <Action busy={busy} onPress={() => void run(signOut)} testId="action-sign-out">
              {t('common.signOut')}
            </Action>
          </>
        }
      />
      {changing && (
        <ChangePasswordDialog
          onCancel={() => setChanging(false)}
          onDone={() => {
            setChanging(false)
            notify(t('password.changed'))
          }}
        />
      )}
    </>
  )
}
