// *Your admin has required …*: why, and *Set it up now*.

import { Text } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import type { SignedInPerson } from '../../backend/app'
import { cancelRegistration } from '../../backend/security-info'
import { signOut } from '../../backend/sign-in'
import { Action } from '../../components/Action'
import { FaultBar } from '../../components/FaultBar'
import { useOffline } from '../../components/offline'
import { Panel } from '../../components/Panel'
import { useCommand } from '../../state/command'

export function Interrupt({ person, onStart }: { person: SignedInPerson; onStart: () => void }) {
  const { t } = useTranslation()
  const offline = useOffline()
  const leaving = useCommand()
  const reason = person.registration.reasons[0]
  const ownWish = reason === 'registers_anew'
  return (
    <Panel
      heading={ownWish ? t('registration.heading') : t('registration.moreInformation')}
      level={1}
      testId="card-interrupt"
      actions={
        <>
          {ownWish ? (
            <Action busy={leaving.busy} blocked={offline} onPress={() => void leaving.run(cancelRegistration)} testId="action-keep-methods">
              {t('registration.keepMethods')}
            </Action>
          ) : (
            <Action busy={leaving.busy} onPress={() => void leaving.run(signOut)} testId="action-sign-out">
              {t('common.signOut')}
            </Action>
          )}
          <Action appearance="primary" blocked={offline} onPress={onStart} testId="action-set-it-up-now" autoFocus>
            {t('registration.setItUpNow')}
          </Action>
        </>
      }
    >
      {leaving.fault && <FaultBar fault={leaving.fault} />}
      {!ownWish && <Text weight="semibold">{t('registration.required')}</Text>}
      {reason && <Text data-testid={`registration-reason-${reason}`}>{t(`registration.reasons.${reason}`)}</Text>}
      <Text>{t('registration.account', { name: person.userPrincipalName })}</Text>
    </Panel>
  )
}
