// Sets an authenticator app up, or up again: then the old secret works until the new one is verified.

import { Text } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import type { SoftwareOathMethod } from '../../backend/security-info'
import { Action } from '../../components/Action'
import { AuthenticatorSetup } from '../../components/AuthenticatorSetup'
import { isWholeCode } from '../../components/CodeInput'
import { FormDialog } from '../../components/FormDialog'
import { useOffline } from '../../components/offline'
import { useAppSetup } from '../../components/use-app-setup'

export interface AppSetupDialogProps {
  replaced: SoftwareOathMethod | null
  onCancel: () => void
  onDone: () => Promise<void>
}

export function AppSetupDialog({ replaced, onCancel, onDone }: AppSetupDialogProps) {
  const { t } = useTranslation()
  const offline = useOffline()
  const app = useAppSetup({ replaces: replaced?.id, name: replaced?.displayName, onDone })
  return (
    <FormDialog
      wide
      title={replaced ? t('securityInfo.setUpAgain') : t('securityInfo.configure')}
      testId="dialog-set-up-app"
      onCancel={onCancel}
      onSubmit={() => {
        if (!offline && isWholeCode(app.code)) void app.verify()
      }}
      actions={
        <>
          <Action onPress={onCancel} testId="action-cancel">
            {t('common.cancel')}
          </Action>
          <Action
            type="submit"
            appearance="primary"
            busy={app.verifying.busy}
            blocked={offline ?? (isWholeCode(app.code) ? null : t('code.incomplete'))}
            testId="action-verify"
          >
            {t('common.verify')}
          </Action>
        </>
      }
    >
      {replaced && <Text>{t('securityInfo.setUpAgainText', { name: replaced.displayName })}</Text>}
      <AuthenticatorSetup app={app} blocked={offline} />
    </FormDialog>
  )
}
