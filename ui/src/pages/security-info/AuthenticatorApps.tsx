// The authenticator apps: one line for each device, set up another, set one up again, delete.

import { AppsListDetailRegular } from '@fluentui/react-icons/svg/apps-list-detail'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { deletePushDevice } from '../../backend/approvals'
import { renameMobileApp, renamePushDevice } from '../../backend/renaming'
import { deleteMobileApp, type SecurityInfoView } from '../../backend/security-info'
import { Action } from '../../components/Action'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { distinctNames } from '../../components/distinct-names'
import { useNotify } from '../../components/notify'
import { useOffline } from '../../components/offline'
import { RenameDialog } from '../../components/RenameDialog'
import { SettingsCard } from '../../components/SettingsCard'
import { useNow } from '../../state/clock'
import { useIntent } from '../../state/destination'
import { useFormats } from '../../state/format'
import { AppSetupDialog, type AppKind } from './AppSetupDialog'
import { whyKept } from './last-method'
import { MethodRow, MethodRows } from './MethodRows'
import { whyFull } from './oath-limit'

export interface AuthenticatorAppsProps {
  view: SecurityInfoView
  onChanged: () => Promise<void>
}

/** An app or a device, as one line shows it. */
interface Line {
  id: string
  displayName: string
  /** Its name, with a number where another one has the same. */
  shown: string
  lastUsedDateTime: string | null
  kind: AppKind
}

type Open = { kind: 'setUp' } | { kind: 'again' | 'rename' | 'delete'; app: Line } | null

export function AuthenticatorApps({ view, onChanged }: AuthenticatorAppsProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const now = useNow(60_000)
  const offline = useOffline()
  const notify = useNotify()
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const lines = [
    ...view.authenticators.map((device) => ({ ...device, kind: 'push' as const })),
    ...view.authenticatorApps.map((app) => ({ ...app, kind: 'codes' as const })),
  ]
  const names = distinctNames(lines)
  const apps = lines.map((line) => ({ ...line, shown: names.get(line.id) ?? line.displayName }))
  const { codeFromMobileApp, notificationThroughMobileApp } = view.me.policy.verificationMethods
  const forbidden = codeFromMobileApp || notificationThroughMobileApp ? null : t('methods.notAllowed')
  const fullWords = whyFull(view)
  const full = fullWords && t(fullWords)
  const kept = (id: string) => {
    const why = whyKept(view, id)
    return why && t(why)
  }
  useIntent('setUpApp', true, () => {
    if (!(forbidden ?? full ?? offline)) setOpen({ kind: 'setUp' })
  })
  return (
    <>
      <SettingsCard
        icon={<AppsListDetailRegular />}
        title={t('securityInfo.authenticatorApp')}
        testId="card-authenticator-apps"
        off={forbidden !== null && apps.length === 0}
        state={[apps.length === 0 ? t('phone.notSetUp') : t('securityInfo.devices', { count: apps.length }), forbidden ?? full].filter(Boolean).join(' · ')}
        control={
          <Action blocked={forbidden ?? full ?? offline} onPress={() => setOpen({ kind: 'setUp' })} testId="action-set-up-app">
            {t('securityInfo.setUpApp')}
          </Action>
        }
      >
        {apps.length > 0 && (
          <MethodRows>
            {apps.map((app) => (
              <MethodRow
                key={app.id}
                name={app.shown}
                mark={app.id === view.thisComputer && t('securityInfo.thisComputer')}
                facts={[
                  app.kind === 'push' && t('push.tab'),
                  app.lastUsedDateTime ? t('securityInfo.lastUsed', { time: format.ago(app.lastUsedDateTime, now) }) : t('common.neverUsed'),
                ]}
                testId="authenticator-app"
              >
                <Action
                  size="small"
                  blocked={forbidden ?? offline}
                  name={`${t('securityInfo.setUpAgain')}: ${app.shown}`}
                  onPress={() => setOpen({ kind: 'again', app })}
                  testId="action-set-up-again"
                >
                  {t('securityInfo.setUpAgain')}
                </Action>
                <Action
                  size="small"
                  blocked={offline}
                  name={`${t('rename.action')}: ${app.shown}`}
                  onPress={() => setOpen({ kind: 'rename', app })}
                  testId="action-rename-app"
                >
                  {t('rename.action')}
                </Action>
                <Action
                  size="small"
                  appearance="subtle"
                  danger
                  blocked={offline ?? kept(app.id)}
                  name={`${t('common.delete')}: ${app.shown}`}
                  onPress={() => setOpen({ kind: 'delete', app })}
                  testId="action-delete-app"
                >
                  {t('common.delete')}
                </Action>
              </MethodRow>
            ))}
          </MethodRows>
        )}
      </SettingsCard>
      {(open?.kind === 'setUp' || open?.kind === 'again') && (
        <AppSetupDialog
          policy={view.me.policy}
          replaced={open.kind === 'again' ? open.app : null}
          onCancel={close}
          onDone={async (kind) => {
            await onChanged()
            close()
            notify(t(kind === 'push' ? 'push.configured' : 'securityInfo.appConfigured'))
          }}
        />
      )}
      {open?.kind === 'rename' && (
        <RenameDialog
          name={open.app.displayName}
          work={async (name) => {
            await (open.app.kind === 'push' ? renamePushDevice : renameMobileApp)(open.app.id, name)
            await onChanged()
          }}
          onCancel={close}
          onDone={() => {
            close()
            notify(t('rename.renamed'))
          }}
        />
      )}
      {open?.kind === 'delete' && (
        <ConfirmDialog
          title={t(open.app.kind === 'push' ? 'securityInfo.deleteDeviceTitle' : 'securityInfo.deleteAppTitle')}
          text={t(open.app.kind === 'push' ? 'securityInfo.deleteDeviceText' : 'securityInfo.deleteAppText', { name: open.app.shown })}
          yes={t('common.delete')}
          no={t('common.cancel')}
          danger
          testId="dialog-delete-authenticator-app"
          onYes={async () => {
            await (open.app.kind === 'push' ? deletePushDevice : deleteMobileApp)(open.app.id)
            await onChanged()
          }}
          onDone={() => {
            close()
            notify(t(open.app.kind === 'push' ? 'securityInfo.deviceDeleted' : 'securityInfo.appDeleted'))
          }}
          onNo={close}
        />
      )}
    </>
  )
}
