// The QR code of one account, for another device. It contains the secret, so the person confirms with the vault's key
// first, and it disappears after a while.

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { accountQr } from '../../../backend/scan'
import { Action } from '../../../components/Action'
import { FormDialog } from '../../../components/FormDialog'
import { Loading } from '../../../components/Loading'
import { Notice } from '../../../components/Notice'
import { PassphraseOnceMore, useOnceMore } from '../../../components/vault/once-more'
import { useSecondsLeft } from '../../../state/clock'
import { useReturnFocus } from '../use-return-focus'

/** How long the code is shown. */
const SHOWN_FOR = 60_000

const useStyles = makeStyles({
  // A QR code is dark on light in every theme, because many scanners read nothing else.
  picture: { width: '260px', maxWidth: '100%', alignSelf: 'center', backgroundColor: '#fff', borderRadius: tokens.borderRadiusMedium },
  name: { alignSelf: 'center', textAlign: 'center', fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  soft: { alignSelf: 'center', color: tokens.colorNeutralForeground3 },
})

export interface ShowQrDialogProps {
  id: string
  name: string
  onClose: () => void
}

export function ShowQrDialog({ id, name, onClose }: ShowQrDialogProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const [shown, setShown] = useState<{ svg: string; until: number } | null>(null)
  const svg = shown?.svg ?? null
  const left = useEnd(shown?.until ?? null, onClose)
  useReturnFocus()

  const gate = useOnceMore(async (passphrase) => {
    const answer = await accountQr(id, passphrase)
    if (answer.state === 'passphraseNeeded') return false
    setShown({ svg: answer.svg, until: Date.now() + SHOWN_FOR })
    return true
  })
  const waiting = svg === null && gate.asking
  return (
    <FormDialog
      title={t('scan.showQr')}
      testId="dialog-show-qr"
      onCancel={onClose}
      onSubmit={gate.submit}
      actions={
        <>
          <Action onPress={onClose} testId="action-close">
            {svg === null ? t('common.cancel') : t('common.close')}
          </Action>
          {waiting && (
            <Action type="submit" appearance="primary" busy={gate.command.busy} blocked={gate.missing} testId="action-show-qr">
              {t('scan.show')}
            </Action>
          )}
        </>
      }
    >
      <PassphraseOnceMore gate={gate} why={t('scan.unlockFirst')} />
      {svg === null && !gate.asking && gate.command.busy && <Loading />}
      {svg !== null && (
        <>
          <Notice intent="warning" title={t('scan.qrIsTheAccount')}>
            {t('scan.qrIsTheAccountText')}
          </Notice>
          <img className={styles.picture} src={`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`} alt={t('scan.qrOf', { name })} data-testid="account-qr" />
          <Text className={styles.name}>{name}</Text>
          <Text className={styles.soft}>{t('scan.closesIn', { seconds: left })}</Text>
        </>
      )}
    </FormDialog>
  )
}

/** The remaining seconds; the end comes also while the window is hidden. */
function useEnd(until: number | null, onEnd: () => void): number {
  const end = useEffectEvent(onEnd)
  useEffect(() => {
    if (until === null) return
    const timer = setTimeout(end, until - Date.now())
    return () => clearTimeout(timer)
  }, [until])
  return useSecondsLeft(until)
}
