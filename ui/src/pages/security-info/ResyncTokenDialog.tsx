// Resynchronises a hardware token: two codes in a row prove the state of its clock or counter.

import { Text } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { resyncHardwareToken, type HardwareOathMethod } from '../../backend/hardware-tokens'
import { CancelOr } from '../../components/CancelOr'
import { FaultBar } from '../../components/FaultBar'
import { FormDialog } from '../../components/FormDialog'
import { useOffline } from '../../components/offline'
import { isTokenCode, TokenCodeField } from '../../components/TokenCodeField'
import { useCommand } from '../../state/command'

export interface ResyncTokenDialogProps {
  token: HardwareOathMethod
  onCancel: () => void
  onDone: () => Promise<void>
}

export function ResyncTokenDialog({ token, onCancel, onDone }: ResyncTokenDialogProps) {
  const { t } = useTranslation()
  const offline = useOffline()
  const { busy, fault, run } = useCommand()
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const missing = isTokenCode(first) && isTokenCode(second) ? null : t('hardwareToken.bothMissing')

  const resync = async () => {
    if (missing || offline) return
    const done = await run(async () => {
      await resyncHardwareToken(token.id, first, second)
      await onDone()
    })
    if (done) return
    setFirst('')
    setSecond('')
  }
  return (
    <FormDialog
      title={t('hardwareToken.resync')}
      testId="dialog-resync-token"
      onCancel={onCancel}
      onSubmit={() => void resync()}
      actions={
        <CancelOr onCancel={onCancel} busy={busy} blocked={offline ?? missing} testId="action-resync">
          {t('hardwareToken.resync')}
        </CancelOr>
      }
    >
      {fault && <FaultBar fault={fault} />}
      <Text>{t(token.timeIntervalInSeconds === null ? 'hardwareToken.resyncCounted' : 'hardwareToken.resyncTimed', { name: token.displayName })}</Text>
      <TokenCodeField label={t('hardwareToken.firstCode')} value={first} onChange={setFirst} testId="field-first-code" autoFocus />
      <TokenCodeField
        label={t('hardwareToken.secondCode')}
        hint={token.timeIntervalInSeconds === null ? undefined : t('hardwareToken.secondHint', { count: token.timeIntervalInSeconds })}
        value={second}
        onChange={setSecond}
        testId="field-second-code"
      />
    </FormDialog>
  )
}
