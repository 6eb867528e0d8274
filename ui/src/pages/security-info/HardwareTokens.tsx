// The hardware tokens: one line for each, add one, bring one back in step, delete.

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { KeyRegular } from '@fluentui/react-icons/svg/key'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { deleteHardwareToken, type HardwareOathMethod } from '../../backend/hardware-tokens'
import type { SecurityInfoView } from '../../backend/security-info'
import { Action } from '../../components/Action'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { useNotify } from '../../components/notify'
import { useOffline } from '../../components/offline'
import { SettingsCard } from '../../components/SettingsCard'
import { useNow } from '../../state/clock'
import { useFormats } from '../../state/format'
import { AddTokenDialog } from './AddTokenDialog'
import { whyFull } from './oath-limit'
import { ResyncTokenDialog } from './ResyncTokenDialog'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  token: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    padding: '8px 16px 8px 52px',
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
    '@media (max-width: 559px)': { paddingLeft: '16px' },
  },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: '140px', overflowWrap: 'anywhere' },
  soft: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  expired: { color: tokens.colorStatusDangerForeground1, fontSize: tokens.fontSizeBase200 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginLeft: 'auto' },
})

export interface HardwareTokensProps {
  view: SecurityInfoView
  onChanged: () => Promise<void>
}

type Open = { kind: 'add' } | { kind: 'resync' | 'delete'; token: HardwareOathMethod } | null

export function HardwareTokens({ view, onChanged }: HardwareTokensProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const offline = useOffline()
  const notify = useNotify()
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const { hardwareTokens } = view
  const forbidden = view.me.policy.verificationMethods.codeFromMobileApp ? null : t('methods.notAllowed')
  const fullWords = whyFull(view)
  const full = fullWords && t(fullWords)
  const state = hardwareTokens.length === 0 ? t('phone.notSetUp') : t('securityInfo.devices', { count: hardwareTokens.length })
  const changed = (words: string) => async () => {
    await onChanged()
    close()
    notify(words)
  }
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
          <ul className={styles.list}>
            {hardwareTokens.map((token) => (
              <li key={token.id} className={styles.token} data-testid="hardware-token">
                <TokenWords token={token} />
                <div className={styles.buttons}>
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
                    appearance="subtle"
                    blocked={offline}
                    name={`${t('common.delete')}: ${token.displayName}`}
                    onPress={() => setOpen({ kind: 'delete', token })}
                    testId="action-delete-token"
                  >
                    {t('common.delete')}
                  </Action>
                </div>
              </li>
            ))}
          </ul>
        )}
      </SettingsCard>
      {open?.kind === 'add' && <AddTokenDialog onCancel={close} onDone={changed(t('hardwareToken.added'))} />}
      {open?.kind === 'resync' && <ResyncTokenDialog token={open.token} onCancel={close} onDone={changed(t('hardwareToken.resynced'))} />}
      {open?.kind === 'delete' && (
        <ConfirmDialog
          title={t('hardwareToken.deleteTitle')}
          text={t('hardwareToken.deleteText', { name: open.token.displayName })}
          yes={t('common.delete')}
          no={t('common.cancel')}
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

function TokenWords({ token }: { token: HardwareOathMethod }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const now = useNow(60_000)
  const used = token.lastUsedDateTime ? t('securityInfo.lastUsed', { time: format.ago(token.lastUsedDateTime, now) }) : t('common.neverUsed')
  const over = token.validUntil !== null && Date.parse(token.validUntil) <= now
  return (
    <div className={styles.words}>
      <Text>{token.displayName}</Text>
      <Text className={styles.soft}>{[t('hardwareToken.serial', { serial: token.serialNumber }), token.model, used].filter(Boolean).join(' · ')}</Text>
      {over && token.validUntil && <Text className={styles.expired}>{t('hardwareToken.expired', { date: format.date(token.validUntil) })}</Text>}
    </div>
  )
}
