// The hardware tokens: one line for each; add, resynchronise, delete.

import { KeyRegular } from '@fluentui/react-icons/svg/key'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { deleteHardwareToken, type HardwareOathMethod } from '../../backend/hardware-tokens'
import { renameHardwareToken } from '../../backend/renaming'
import type { SecurityInfoView } from '../../backend/security-info'
import { Action } from '../../components/Action'
import { useNotify } from '../../components/notify'
import { useOffline } from '../../components/offline'
import { onDemand } from '../../components/on-demand'
import { useNow } from '../../state/clock'
import { useIntent } from '../../state/destination'
import { useFormats } from '../../state/format'
import { whyKept } from './last-method'
import { MethodCard } from './MethodCard'
import { whyFull } from './oath-limit'

const AddTokenDialog = onDemand(async () => (await import('./AddTokenDialog')).AddTokenDialog)
const ResyncTokenDialog = onDemand(async () => (await import('./ResyncTokenDialog')).ResyncTokenDialog)

export interface HardwareTokensProps {
  view: SecurityInfoView
  onChanged: () => Promise<void>
}

type Open = { kind: 'add' } | { kind: 'resync'; token: HardwareOathMethod } | null

export function HardwareTokens({ view, onChanged }: HardwareTokensProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const now = useNow(60_000)
  const offline = useOffline()
  const notify = useNotify()
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const { hardwareTokens } = view
  const forbidden = view.me.policy.verificationMethods.codeFromMobileApp ? null : t('methods.notAllowed')
  const fullWords = whyFull(view)
  const full = fullWords && t(fullWords)
  const blocked = forbidden ?? full ?? offline
  const changed = (words: string) => async () => {
    await onChanged()
    close()
    notify(words)
  }
  useIntent('addToken', true, () => {
    if (!blocked) setOpen({ kind: 'add' })
  })
  return (
    <>
      <MethodCard
        icon={<KeyRegular />}
        title={t('hardwareToken.title')}
        testId="card-hardware-tokens"
        off={forbidden !== null && hardwareTokens.length === 0}
        state={[hardwareTokens.length === 0 ? t('phone.notSetUp') : t('securityInfo.devices', { count: hardwareTokens.length }), forbidden ?? full].filter(Boolean).join(' · ')}
        control={
          <Action blocked={blocked} onPress={() => setOpen({ kind: 'add' })} testId="action-open-add-token">
            {t('hardwareToken.add')}
          </Action>
        }
        lines={hardwareTokens}
        lineTestId="hardware-token"
        describe={({ serialNumber, model, lastUsedDateTime, validUntil }) => ({
          facts: [
            t('hardwareToken.serial', { serial: serialNumber }),
            model,
            lastUsedDateTime ? t('securityInfo.lastUsed', { time: format.ago(lastUsedDateTime, now) }) : t('common.neverUsed'),
          ],
          warning: validUntil !== null && Date.parse(validUntil) <= now ? t('hardwareToken.expired', { date: format.date(validUntil) }) : null,
        })}
        first={{
          words: t('hardwareToken.resync'),
          testId: 'action-open-resync',
          blocked: forbidden ?? offline,
          onPress: (token, name) => setOpen({ kind: 'resync', token: { ...token, displayName: name } }),
        }}
        rename={{ testId: 'action-rename-token', work: ({ id }, name) => renameHardwareToken(id, name) }}
        remove={{
          words: t('common.delete'),
          testId: 'action-delete-token',
          blocked: ({ id }) => {
            const why = whyKept(view, id)
            return why && t(why)
          },
          dialog: 'dialog-delete-token',
          ask: (_, name) => ({ title: t('hardwareToken.deleteTitle'), text: t('hardwareToken.deleteText', { name }) }),
          work: ({ id }) => deleteHardwareToken(id),
          done: () => t('hardwareToken.deleted'),
        }}
        onChanged={onChanged}
      />
      {open?.kind === 'add' && <AddTokenDialog onCancel={close} onDone={changed(t('hardwareToken.added'))} />}
      {open?.kind === 'resync' && <ResyncTokenDialog token={open.token} onCancel={close} onDone={changed(t('hardwareToken.resynced'))} />}
    </>
  )
}
