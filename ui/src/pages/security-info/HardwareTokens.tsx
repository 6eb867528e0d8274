// The hardware tokens: one line for each, add one, bring one back in step, delete.

import { KeyRegular } from '@fluentui/react-icons/svg/key'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { deleteHardwareToken, type HardwareOathMethod } from '../../backend/hardware-tokens'
import { renameHardwareToken } from '../../backend/renaming'
import type { SecurityInfoView } from '../../backend/security-info'
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
import { AddTokenDialog } from './AddTokenDialog'
import { whyKept } from './last-method'
import { MethodRow, MethodRows } from './MethodRows'
import { whyFull } from './oath-limit'
import { ResyncTokenDialog } from './ResyncTokenDialog'

export interface HardwareTokensProps {
  view: SecurityInfoView
  onChanged: () => Promise<void>
}

type Open = { kind: 'add' } | { kind: 'resync' | 'rename' | 'delete'; token: HardwareOathMethod } | null

export function HardwareTokens({ view, onChanged }: HardwareTokensProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const now = useNow(60_000)
  const offline = useOffline()
  const notify = useNotify()
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const names = distinctNames(view.hardwareTokens)
  const hardwareTokens = view.hardwareTokens.map((token) => ({ ...token, displayName: names.get(token.id) ?? token.displayName }))
  const forbidden = view.me.policy.verificationMethods.codeFromMobileApp ? null : t('methods.notAllowed')
  const fullWords = whyFull(view)
  const full = fullWords && t(fullWords)
  const kept = (id: string) => {
    const why = whyKept(view, id)
    return why && t(why)
  }
  const state = hardwareTokens.length === 0 ? t('phone.notSetUp') : t('securityInfo.devices', { count: hardwareTokens.length })
  const changed = (words: string) => async () => {
    await onChanged()
    close()
    notify(words)
  }
  useIntent('addToken', true, () => {
    if (!(forbidden ?? full ?? offline)) setOpen({ kind: 'add' })
  })
  return (
    <>
      <SettingsCard
        icon={<KeyRegular />}
        title={t('hardwareToken.title')}
        testId="card-hardware-tokens"
        off={forbidden !== null && hardwareTokens.length === 0}
        state={[state, forbidden ?? full].filter(Boolean).join(' · ')}
        control={
          <Action blocked={forbidden ?? full ?? offline} onPress={() => setOpen({ kind: 'add' })} testId="action-open-add-token">
            {t('hardwareToken.add')}
          </Action>
        }
      >
        {hardwareTokens.length > 0 && (
          <MethodRows>
            {hardwareTokens.map((token) => (
              <MethodRow
                key={token.id}
                name={token.displayName}
                facts={[
                  t('hardwareToken.serial', { serial: token.serialNumber }),
                  token.model,
                  token.lastUsedDateTime ? t('securityInfo.lastUsed', { time: format.ago(token.lastUsedDateTime, now) }) : t('common.neverUsed'),
                ]}
                warning={
                  token.validUntil !== null && Date.parse(token.validUntil) <= now ? t('hardwareToken.expired', { date: format.date(token.validUntil) }) : null
                }
                testId="hardware-token"
              >
                <Action
                  size="small"
                  blocked={forbidden ?? offline}
                  name={`${t('hardwareToken.resync')}: ${token.displayName}`}
                  onPress={() => setOpen({ kind: 'resync', token })}
                  testId="action-open-resync"
                >
                  {t('hardwareToken.resync')}
                </Action>
                <Action
                  size="small"
                  blocked={offline}
                  name={`${t('rename.action')}: ${token.displayName}`}
                  onPress={() => setOpen({ kind: 'rename', token })}
                  testId="action-rename-token"
                >
                  {t('rename.action')}
                </Action>
                <Action
                  size="small"
                  appearance="subtle"
                  danger
                  blocked={offline ?? kept(token.id)}
                  name={`${t('common.delete')}: ${token.displayName}`}
                  onPress={() => setOpen({ kind: 'delete', token })}
                  testId="action-delete-token"
                >
                  {t('common.delete')}
                </Action>
              </MethodRow>
            ))}
          </MethodRows>
        )}
      </SettingsCard>
      {open?.kind === 'add' && <AddTokenDialog onCancel={close} onDone={changed(t('hardwareToken.added'))} />}
      {open?.kind === 'resync' && <ResyncTokenDialog token={open.token} onCancel={close} onDone={changed(t('hardwareToken.resynced'))} />}
      {open?.kind === 'rename' && (
        <RenameDialog
          name={view.hardwareTokens.find(({ id }) => id === open.token.id)?.displayName ?? ''}
          work={(name) => renameHardwareToken(open.token.id, name)}
          onCancel={close}
          onDone={() => void changed(t('rename.renamed'))()}
        />
      )}
      {open?.kind === 'delete' && (
        <ConfirmDialog
          title={t('hardwareToken.deleteTitle')}
          text={t('hardwareToken.deleteText', { name: open.token.displayName })}
          yes={t('common.delete')}
          no={t('common.cancel')}
          danger
          testId="dialog-delete-token"
          onYes={async () => {
            await deleteHardwareToken(open.token.id)
            await onChanged()
          }}
          onDone={() => {
            close()
            notify(t('hardwareToken.deleted'))
          }}
          onNo={close}
        />
      )}
    </>
  )
}
