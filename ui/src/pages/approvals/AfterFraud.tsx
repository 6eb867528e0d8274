// After *It wasn't me*: the result, and the next steps, each with its button.

import { Text } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import { signOutEverywhereElse } from '../../backend/activity'
import { deleteAllAppPasswords } from '../../backend/app-passwords'
import { Action } from '../../components/Action'
import { useOffline } from '../../components/offline'
import { Panel } from '../../components/Panel'
import { InstantRemedy, PasswordRemedy, Remedies, Remedy } from '../../components/Remedies'
import { useStatus } from '../../state/status'

export interface AfterFraudProps {
  /** The person of the sign-in. */
  account: string
  onSecurity: () => void
  onClose: () => void
}

export function AfterFraud({ account, onSecurity, onClose }: AfterFraudProps) {
  const { t } = useTranslation()
  const offline = useOffline()
  const person = useStatus()?.person
  // The request may be for an account other than the signed-in one.
  const own = person?.userPrincipalName.toLowerCase() === account.toLowerCase()
  const blocked = own ? offline : t('approvals.signInFirst')
  return (
    <Panel
      heading={t('approvals.fraudTitle')}
      level={1}
      testId="card-after-fraud"
      onSubmit={onClose}
      actions={
        <Action type="submit" appearance="primary" testId="action-close">
          {t('common.close')}
        </Action>
      }
    >
      <Text>{t('approvals.fraudText')}</Text>
      <Remedies>
        <PasswordRemedy blocked={blocked} />
        <InstantRemedy title={t('approvals.deleteAppPasswords')} text={t('approvals.deleteAppPasswordsText')} blocked={blocked} testId="delete-app-passwords" ask={{ title: t('appPasswords.deleteAllTitle'), text: [t('appPasswords.deleteAllShort'), t('appPasswords.noUndo')], yes: t('appPasswords.deleteAllYes') }} work={deleteAllAppPasswords} />
        <InstantRemedy title={t('approvals.signOutEverywhere')} text={t('approvals.signOutEverywhereText')} blocked={blocked} testId="sign-out-everywhere" work={signOutEverywhereElse} />
        <Remedy
          title={t('approvals.registerAgain')}
          text={t('approvals.registerAgainText')}
          control={
            <Action onPress={onSecurity} testId="action-register-again">
              {t(person ? 'approvals.openSecurity' : 'approvals.signIn')}
            </Action>
          }
        />
      </Remedies>
    </Panel>
  )
}
