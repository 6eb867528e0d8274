// Tokens of programs: what each may do, who created it, its last use; created here and revoked here.

import { makeStyles, mergeClasses, Text, tokens as theme } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { KeyMultipleRegular } from '@fluentui/react-icons/svg/key-multiple'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { accessTokens, revokeAccessToken, type AccessToken } from '../../../backend/access-tokens'
import { Action } from '../../../components/Action'
import { ConfirmDialog } from '../../../components/ConfirmDialog'
import { EmptyState } from '../../../components/EmptyState'
import { Loading } from '../../../components/Loading'
import { useNotify } from '../../../components/notify'
import { useOffline } from '../../../components/offline'
import { RefusedState } from '../RefusedState'
import { usePages } from '../use-pages'
import { AccessTokenRows, useLastUse } from './AccessTokenRows'
import { CreateTokenDialog } from './CreateTokenDialog'

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
  top: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', alignItems: 'flex-start', gap: '8px 16px' },
  hint: { flex: '1 1 280px', color: theme.colorNeutralForeground3, maxWidth: '75ch' },
  dim: { opacity: 0.6 },
})

const ALL = {}
/** The service sends all in one answer. */
const everyToken = async () => ({ value: await accessTokens(), next: null })

export function AccessTokensPanel({ onMyPages }: { onMyPages: () => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const offline = useOffline()
  const { list, fault, asking, reload } = usePages(ALL, everyToken)
  const [creating, setCreating] = useState(false)
  const [revoking, setRevoking] = useState<AccessToken | null>(null)
  const create = (testId: string) => (
    <Action appearance="primary" icon={<AddRegular />} blocked={offline} onPress={() => setCreating(true)} shortcut="new" testId={testId}>
      {t('accessTokens.create')}
    </Action>
  )
  return (
    <div className={styles.panel}>
      {fault && <RefusedState fault={fault} onAgain={reload} onMyPages={onMyPages} />}
      {!list && !fault && <Loading rows={3} />}
      {list?.rows.length === 0 && !fault && <EmptyState icon={<KeyMultipleRegular />} title={t('accessTokens.empty')} text={t('accessTokens.emptyText')} testId="empty-access-tokens" action={create('action-create-first-token')} />}
      {list && list.rows.length > 0 && (
        <>
          <div className={styles.top}>
            <Text className={styles.hint}>{t('accessTokens.hint')}</Text>
            {create('action-create-token')}
          </div>
          <div className={mergeClasses((asking || fault !== null) && styles.dim)}>
            <AccessTokenRows rows={list.rows} blocked={offline} onRevoke={setRevoking} />
          </div>
        </>
      )}
      {creating && (
        <CreateTokenDialog
          onCreated={reload}
          onClose={() => setCreating(false)}
        />
      )}
      {revoking && (
        <RevokeDialog
          token={revoking}
          onDone={() => {
            setRevoking(null)
            reload()
          }}
          onCancel={() => setRevoking(null)}
        />
      )}
    </div>
  )
}

function RevokeDialog({ token, onDone, onCancel }: { token: AccessToken; onDone: () => void; onCancel: () => void }) {
  const { t } = useTranslation()
  const notify = useNotify()
  const lastUse = useLastUse()
  const name = token.displayName
  return (
    <ConfirmDialog
      title={t('accessTokens.revokeTitle', { name })}
      text={[t('accessTokens.revokeText'), `${lastUse(token)}. ${t('accessTokens.noUndo')}`]}
      yes={t('accessTokens.revoke')}
      no={t('common.cancel')}
      danger
      testId="dialog-revoke-token"
      onYes={() => revokeAccessToken(token.id)}
      onDone={() => {
        notify(t('accessTokens.revoked', { name }))
        onDone()
      }}
      onNo={onCancel}
    />
  )
}
