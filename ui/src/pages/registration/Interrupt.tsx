// *Your admin has required …*: the reason, and *Set it up now*.

import { Text } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import type { SignedInPerson } from '../../backend/app'
import { beginWizard, cancelRegistration } from '../../backend/security-info'
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
  const beginning = useCommand()
  const begin = async () => {
    if (await beginning.run(beginWizard)) onStart()
  }
  const fault = leaving.fault ?? beginning.fault
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
          <Action appearance="primary" busy={beginning.busy} blocked={offline} onPress={() => void begin()} testId="action-set-it-up-now" autoFocus>
            {t('registration.setItUpNow')}
          </Action>
        </>
      }
    >
      {fault && <FaultBar fault={fault} />}
      {!ownWish && <Text weight="semibold">{t('registration.required')}</Text>}
      {reason && <Text data-testid={`registration-reason-${reason}`}>{t(`registration.reasons.${reason}`)}</Text>}
      <Text>{t('registration.account', { name: person.userPrincipalName })}</Text>
    </Panel>
  )
}
