// Who is signed in.

import { PersonRegular } from '@fluentui/react-icons/svg/person'
import { useTranslation } from 'react-i18next'

import type { SignedInPerson } from '../../backend/app'
import { signOut } from '../../backend/sign-in'
import { Action } from '../../components/Action'
import { FaultBar } from '../../components/FaultBar'
import { SettingsCard } from '../../components/SettingsCard'
import { useCommand } from '../../state/command'

export function AccountCard({ person }: { person: SignedInPerson }) {
  const { t } = useTranslation()
  const { busy, fault, run } = useCommand()
  return (
    <>
      {fault && <FaultBar fault={fault} />}
      <SettingsCard
        icon={<PersonRegular />}
        title={person.displayName}
        testId="card-account"
        state={[person.userPrincipalName, person.organization].join(' · ')}
        control={
          <Action busy={busy} onPress={() => void run(signOut)} testId="action-sign-out">
            {t('common.signOut')}
          </Action>
        }
      />
    </>
  )
}
