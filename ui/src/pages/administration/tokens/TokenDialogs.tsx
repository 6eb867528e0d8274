// The question before an act on a token.

import { Text } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { activateToken, assignToken, removeToken, resyncToken, unassignToken, type HardwareOathDevice } from '../../../backend/token-inventory'
import { Action } from '../../../components/Action'
import { ConfirmDialog } from '../../../components/ConfirmDialog'
import { FaultBar } from '../../../components/FaultBar'
import { FormDialog } from '../../../components/FormDialog'
import { useOffline } from '../../../components/offline'
import { isTokenCode, TokenCodeField } from '../../../components/TokenCodeField'
import { useCommand } from '../../../state/command'
import { PersonField } from './PersonField'
import type { TokenAct } from './token-acts'

export type { TokenAct }

export interface TokenDialogsProps {
  act: TokenAct
  token: HardwareOathDevice
  onCancel: () => void
  onDone: () => void
}

export function TokenDialogs({ act, ...props }: TokenDialogsProps) {
  const { t } = useTranslation()
  const { token, onCancel, onDone } = props
  const { serialNumber: serial, assignedTo } = token
  if (act === 'assign' || act === 'activate') return <PersonDialog act={act} {...props} />
  if (act === 'resynchronize') return <ResyncDialog {...props} />
  const activated = token.status === 'activated'
  return (
    <ConfirmDialog
      title={t(`tokenInventory.ask.${act}`, { serial })}
      text={act === 'remove' ? t('tokenInventory.says.remove') : t(activated ? 'tokenInventory.says.unassignActivated' : 'tokenInventory.says.unassign', { person: assignedTo })}
      yes={t(`tokenInventory.acts.${act}`)}
      no={t('common.cancel')}
      danger
      testId={`dialog-token-${act}`}
      onYes={() => (act === 'remove' ? removeToken(token.id) : unassignToken(token.id))}
      onDone={onDone}
      onNo={onCancel}
    />
  )
}

/** Gives a token to a person, or adds it to their account by its code. */
function PersonDialog({ act, token, onCancel, onDone }: TokenDialogsProps & { act: 'assign' | 'activate' }) {
  const { t } = useTranslation()
  const offline = useOffline()
  const { busy, fault, run } = useCommand()
  const [person, setPerson] = useState(token.assignedTo ?? '')
  const [code, setCode] = useState('')
  const missing = person.trim() === '' ? t('tokenInventory.personMissing') : act === 'activate' && !isTokenCode(code) ? t('hardwareToken.codeMissing') : null
  const blocked = offline ?? missing
  const submit = async () => {
    if (blocked) return
    const who = person.trim()
    if (await run(() => (act === 'assign' ? assignToken(token.id, who) : activateToken(token.id, who, code)))) onDone()
    else setCode('')
  }
  return (
    <FormDialog
      title={t(`tokenInventory.ask.${act}`, { serial: token.serialNumber })}
      testId={`dialog-token-${act}`}
      onCancel={onCancel}
      onSubmit={() => void submit()}
      actions={
        <>
          <Action onPress={onCancel} testId="action-cancel">
            {t('common.cancel')}
          </Action>
          <Action type="submit" appearance="primary" busy={busy} blocked={blocked} testId="action-confirm">
            {t(`tokenInventory.acts.${act}`)}
          </Action>
        </>
      }
    >
      {fault && <FaultBar fault={fault} />}
      <Text>{t(`tokenInventory.says.${act}`)}</Text>
      <PersonField value={person} onChange={setPerson} />
      {act === 'activate' && <TokenCodeField label={t('hardwareToken.code')} hint={t('hardwareToken.codeHint')} value={code} onChange={setCode} testId="field-token-code" />}
    </FormDialog>
  )
}

function ResyncDialog({ token, onCancel, onDone }: Omit<TokenDialogsProps, 'act'>) {
  const { t } = useTranslation()
  const offline = useOffline()
  const { busy, fault, run } = useCommand()
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const blocked = offline ?? (isTokenCode(first) && isTokenCode(second) ? null : t('hardwareToken.bothMissing'))
  const seconds = token.timeIntervalInSeconds
  const submit = async () => {
    if (blocked) return
    if (await run(() => resyncToken(token.id, first, second))) {
      onDone()
      return
    }
    setFirst('')
    setSecond('')
  }
  return (
    <FormDialog
      title={t('tokenInventory.ask.resynchronize', { serial: token.serialNumber })}
      testId="dialog-token-resynchronize"
      onCancel={onCancel}
      onSubmit={() => void submit()}
      actions={
        <>
          <Action onPress={onCancel} testId="action-cancel">
            {t('common.cancel')}
          </Action>
          <Action type="submit" appearance="primary" busy={busy} blocked={blocked} testId="action-confirm">
            {t('tokenInventory.acts.resynchronize')}
          </Action>
        </>
      }
    >
      {fault && <FaultBar fault={fault} />}
      <Text>{t(seconds === null ? 'hardwareToken.resyncCounted' : 'hardwareToken.resyncTimed', { name: token.serialNumber })}</Text>
      <TokenCodeField label={t('hardwareToken.firstCode')} value={first} onChange={setFirst} testId="field-first-code" autoFocus />
      <TokenCodeField label={t('hardwareToken.secondCode')} hint={seconds === null ? undefined : t('hardwareToken.secondHint', { count: seconds })} value={second} onChange={setSecond} testId="field-second-code" />
    </FormDialog>
  )
}
