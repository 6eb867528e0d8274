// *Your access token*: shown once. Closing without copying asks once.

import { makeStyles, Text, tokens as theme } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { copyAccessToken, type NewAccessToken } from '../../../backend/access-tokens'
import { Action } from '../../../components/Action'
import { FaultBar } from '../../../components/FaultBar'
import { FormDialog } from '../../../components/FormDialog'
import { Notice } from '../../../components/Notice'
import { useAway } from '../../../components/use-away'
import { useCopy } from '../../../components/use-copy'
import { useHold } from '../../../state/hold'

const useStyles = makeStyles({
  token: {
    padding: '16px',
    borderRadius: theme.borderRadiusMedium,
    backgroundColor: theme.colorNeutralBackground3,
    fontFamily: theme.fontFamilyMonospace,
    fontSize: theme.fontSizeBase400,
    lineHeight: theme.lineHeightBase400,
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
  copy: { alignSelf: 'flex-start' },
})

export function ShownToken({ token, onClose }: { token: NewAccessToken; onClose: () => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const away = useAway()
  const [kept, setKept] = useState(false)
  const [asked, setAsked] = useState(false)
  useHold(kept ? null : 'accessToken')
  const { copied, fault, copy } = useCopy(async () => {
    await copyAccessToken(token.id)
    setKept(true)
  })
  const warned = asked && !kept
  const close = () => {
    if (kept || asked) onClose()
    else setAsked(true)
  }
  return (
    <FormDialog
      alert
      title={t('accessTokens.yours')}
      testId="dialog-your-token"
      onCancel={close}
      onSubmit={close}
      actions={
        <Action onPress={close} testId="action-close">
          {warned ? t('appPasswords.closeAnyway') : t('common.close')}
        </Action>
      }
    >
      {warned && (
        <Notice intent="warning" title={t('accessTokens.notCopied')} testId="notice-not-copied">
          {t('appPasswords.notCopiedText')}
        </Notice>
      )}
      <Text>{t('accessTokens.named', { name: token.displayName })}</Text>
      <div className={styles.token} role="group" aria-label={t('accessTokens.yours')} data-testid="access-token">
        {away ? <span aria-hidden>{'•'.repeat(token.text.length)}</span> : token.text}
      </div>
      {fault && <FaultBar fault={fault} />}
      <div className={styles.copy}>
        <Action appearance="primary" onPress={copy} testId="action-copy-token" autoFocus>
          {copied ? t('common.copied') : t('accessTokens.copy')}
        </Action>
      </div>
      <Text>{`${t('accessTokens.once')} ${t('accessTokens.howToSend', { header: 'Authorization: Bearer' })}`}</Text>
    </FormDialog>
  )
}
