// The authenticator apps: one line for each device; set up, set up again, delete.

import { AppsListDetailRegular } from '@fluentui/react-icons/svg/apps-list-detail'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { deletePushDevice } from '../../backend/approvals'
import { renameMobileApp, renamePushDevice } from '../../backend/renaming'
import { deleteMobileApp, type SecurityInfoView } from '../../backend/security-info'
import { Action } from '../../components/Action'
import { useNotify } from '../../components/notify'
import { useOffline } from '../../components/offline'
import { onDemand } from '../../components/on-demand'
import { useNow } from '../../state/clock'
import { useIntent } from '../../state/destination'
import { useFormats } from '../../state/format'
import type { AppKind } from './AppSetupDialog'
import { whyKept } from './last-method'
import { MethodCard } from './MethodCard'
import { whyFull } from './oath-limit'

const AppSetupDialog = onDemand(async () => (await import('./AppSetupDialog')).AppSetupDialog)

export interface AuthenticatorAppsProps {
  view: SecurityInfoView
  onChanged: () => Promise<void>
}

type Replaced = { id: string; displayName: string; kind: AppKind }

export function AuthenticatorApps({ view, onChanged }: AuthenticatorAppsProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const now = useNow(60_000)
  const offline = useOffline()
  const notify = useNotify()
  /** The set-up: a new app, or a replacement. */
  const [open, setOpen] = useState<{ replaced: Replaced | null } | null>(null)
  const apps = [
    ...view.authenticators.map((device) => ({ ...device, kind: 'push' as const })),
    ...view.authenticatorApps.map((app) => ({ ...app, kind: 'codes' as const })),
  ]
  const { codeFromMobileApp, notificationThroughMobileApp } = view.me.policy.verificationMethods
  const forbidden = codeFromMobileApp || notificationThroughMobileApp ? null : t('methods.notAllowed')
  const fullWords = whyFull(view)
  const full = fullWords && t(fullWords)
  const blocked = forbidden ?? full ?? offline
  useIntent('setUpApp', true, () => {
    if (!blocked) setOpen({ replaced: null })
  })
  return (
    <>
      <MethodCard
        icon={<AppsListDetailRegular />}
        title={t('securityInfo.authenticatorApp')}
        testId="card-authenticator-apps"
        off={forbidden !== null && apps.length === 0}
        state={[apps.length === 0 ? t('phone.notSetUp') : t('securityInfo.devices', { count: apps.length }), forbidden ?? full].filter(Boolean).join(' · ')}
        control={
          <Action blocked={blocked} onPress={() => setOpen({ replaced: null })} testId="action-set-up-app">
            {t('securityInfo.setUpApp')}
          </Action>
        }
        lines={apps}
        lineTestId="authenticator-app"
        describe={(app) => ({
          mark: app.id === view.thisComputer && t('securityInfo.thisComputer'),
          facts: [app.kind === 'push' && t('push.tab'), app.lastUsedDateTime ? t('securityInfo.lastUsed', { time: format.ago(app.lastUsedDateTime, now) }) : t('common.neverUsed')],
        })}
        first={{ words: t('securityInfo.setUpAgain'), testId: 'action-set-up-again', blocked: forbidden ?? offline, onPress: (app) => setOpen({ replaced: app }) }}
        rename={{ testId: 'action-rename-app', work: ({ id, kind }, name) => (kind === 'push' ? renamePushDevice : renameMobileApp)(id, name) }}
        remove={{
          words: t('common.delete'),
          testId: 'action-delete-app',
          blocked: ({ id }) => {
            const why = whyKept(view, id)
            return why && t(why)
          },
          dialog: 'dialog-delete-authenticator-app',
          ask: ({ kind }, name) => ({
            title: t(kind === 'push' ? 'securityInfo.deleteDeviceTitle' : 'securityInfo.deleteAppTitle'),
            text: t(kind === 'push' ? 'securityInfo.deleteDeviceText' : 'securityInfo.deleteAppText', { name }),
          }),
          work: ({ id, kind }) => (kind === 'push' ? deletePushDevice : deleteMobileApp)(id),
          done: ({ kind }) => t(kind === 'push' ? 'securityInfo.deviceDeleted' : 'securityInfo.appDeleted'),
        }}
        onChanged={onChanged}
      />
      {open && (
        <AppSetupDialog
          policy={view.me.policy}
          replaced={open.replaced}
          onCancel={() => setOpen(null)}
          onDone={async (kind) => {
            await onChanged()
            setOpen(null)
            notify(t(kind === 'push' ? 'push.configured' : 'securityInfo.appConfigured'))
          }}
        />
      )}
    </>
  )
}
