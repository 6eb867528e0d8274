// *It wasn't me* at the second step: the sign-in has ended, and the person should change the password.

import { Text } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import { Action } from '../../components/Action'
import { Panel } from '../../components/Panel'
import { intend } from '../../state/destination'

export interface NotMeCardProps {
  /** The person of the sign-in. */
  account: string
  onSignIn: () => void
}

export function NotMeCard({ account, onSignIn }: NotMeCardProps) {
  const { t } = useTranslation()
  const change = () => {
    intend('changePassword')
    onSignIn()
  }
  return (
    <Panel
      heading={t('signIn.notMe.title')}
      level={1}
      testId="card-not-me"
      onSubmit={change}
      actions={
        <>
          <Action onPress={onSignIn} testId="action-close">
            {t('common.close')}
          </Action>
          <Action type="submit" appearance="primary" testId="action-sign-in-to-change">
            {t('signIn.notMe.change')}
          </Action>
        </>
      }
    >
      <Text>{t('signIn.notMe.text', { account })}</Text>
      <Text>{t('signIn.notMe.next')}</Text>
    </Panel>
  )
}
