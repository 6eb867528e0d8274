// *It wasn't me*: the steps one by one, each with its button.

import { Text } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import { registerAgain, signOutEverywhereElse } from '../../backend/activity'
import { deleteAllAppPasswords } from '../../backend/app-passwords'
import { Action } from '../../components/Action'
import { FormDialog } from '../../components/FormDialog'
import { useOffline } from '../../components/offline'
import { InstantRemedy, PasswordRemedy, Remedies } from '../../components/Remedies'

export interface NotMeDialogProps {
  /** Opened for a row of the list, whose details the help desk needs. */
  entry?: boolean
  onClose: () => void
  /** The wizard comes next. */
  onRegister: () => void
}

export function NotMeDialog({ entry = false, onClose, onRegister }: NotMeDialogProps) {
  const { t } = useTranslation()
  const offline = useOffline()
  const instant = (name: 'signOut' | 'passwords' | 'register') => ({
    title: t(`activity.notMe.${name}`),
    text: t(`activity.notMe.${name}Text`),
    blocked: offline,
    testId: name,
  })
  return (
    <FormDialog
      title={t('activity.notMe.title')}
      testId="dialog-not-me"
      wide
      onCancel={onClose}
      actions={
        <Action onPress={onClose} testId="action-close">
          {t('common.close')}
        </Action>
      }
    >
      <Text>{t('activity.notMe.text')}</Text>
      <Remedies>
        <PasswordRemedy blocked={offline} />
        <InstantRemedy {...instant('signOut')} work={signOutEverywhereElse} />
        <InstantRemedy {...instant('passwords')} ask={{ title: t('appPasswords.deleteAllTitle'), text: [t('appPasswords.deleteAllShort'), t('appPasswords.noUndo')], yes: t('appPasswords.deleteAllYes') }} work={deleteAllAppPasswords} />
        <InstantRemedy {...instant('register')} work={registerAgain} onDone={onRegister} />
      </Remedies>
      <Text>{t(entry ? 'activity.notMe.helpDeskEntry' : 'activity.notMe.helpDesk')}</Text>
    </FormDialog>
  )
}
