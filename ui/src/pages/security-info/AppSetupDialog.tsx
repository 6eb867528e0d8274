// *Set up Authenticator app*, also for an existing one: for notifications, or only for codes. The old one works until
// the new one is verified.

import { Text } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Policy } from '../../backend/security-info'
import { Action } from '../../components/Action'
import { AuthenticatorSetup } from '../../components/AuthenticatorSetup'
import { isWholeCode } from '../../components/CodeInput'
import { FormDialog } from '../../components/FormDialog'
import { useOffline } from '../../components/offline'
import { PushDeviceSetup } from '../../components/PushDeviceSetup'
import { Tabs } from '../../components/Tabs'
import { useAppSetup } from '../../components/use-app-setup'
import { usePushSetup } from '../../components/use-push-setup'

/** The purpose of the set-up. */
export type AppKind = 'push' | 'codes'

export interface AppSetupDialogProps {
  policy: Policy
  replaced: { id: string; displayName: string; kind: AppKind } | null
  onCancel: () => void
  onDone: (kind: AppKind) => Promise<void>
}

export function AppSetupDialog({ policy, replaced, onCancel, onDone }: AppSetupDialogProps) {
  const { t } = useTranslation()
  const offline = useOffline()
  const { notificationThroughMobileApp, codeFromMobileApp } = policy.verificationMethods
  const allowed: AppKind[] = [...(notificationThroughMobileApp ? (['push'] as const) : []), ...(codeFromMobileApp ? (['codes'] as const) : [])]
  const wanted = replaced?.kind ?? 'push'
  const [kind, setKind] = useState<AppKind>(allowed.includes(wanted) ? wanted : (allowed[0] ?? 'codes'))
  const codes = kind === 'codes'
  const app = useAppSetup({ replaces: replaced?.id, name: replaced?.displayName, onDone: () => onDone('codes'), enabled: codes })
  const push = usePushSetup({ replaces: replaced?.id, onDone: () => onDone('push'), enabled: !codes })
  return (
    <FormDialog
      wide
      height="tall"
      title={replaced ? t('securityInfo.setUpAgain') : t('securityInfo.configure')}
      testId="dialog-set-up-app"
      onCancel={onCancel}
      onSubmit={() => {
        if (codes && !offline && isWholeCode(app.code)) void app.verify()
      }}
      actions={
        <>
          <Action onPress={onCancel} testId="action-cancel">
            {t('common.cancel')}
          </Action>
          {codes && (
            <Action
              type="submit"
              appearance="primary"
              busy={app.verifying.busy}
              blocked={offline ?? (isWholeCode(app.code) ? null : t('code.incomplete'))}
              testId="action-verify"
            >
              {t('common.verify')}
            </Action>
          )}
        </>
      }
    >
      {allowed.length > 1 && (
        <Tabs
          label={t('push.tabs')}
          panel="app-setup-panel"
          value={kind}
          onChange={setKind}
          tabs={[
            { value: 'push', text: t('push.tab'), testId: 'tab-push' },
            { value: 'codes', text: t('push.codesTab'), testId: 'tab-codes' },
          ]}
        />
      )}
      <div role={allowed.length > 1 ? 'tabpanel' : undefined} id="app-setup-panel" aria-labelledby={allowed.length > 1 ? `app-setup-panel-${kind}` : undefined}>
        {replaced && <Text as="p">{t(codes ? 'securityInfo.setUpAgainText' : 'push.replaceText', { name: replaced.displayName })}</Text>}
        {codes ? <AuthenticatorSetup app={app} blocked={offline} /> : <PushDeviceSetup push={push} blocked={offline} />}
      </div>
    </FormDialog>
  )
}
