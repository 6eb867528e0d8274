// The question before an action on one person: its effect, and its reason.

import { Dropdown, Field, Option, Text, Textarea } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Action } from '../../components/Action'
import { FaultBar } from '../../components/FaultBar'
import { FormDialog } from '../../components/FormDialog'
import { useCommand } from '../../state/command'
import { useFormats } from '../../state/format'
import { carryOut, isDangerous, needsReason, SHORTEST_REASON, type Act } from './acts'

const LIFETIMES = [300, 900, 3600]

export interface ActionDialogProps {
  act: Act
  upn: string
  name: string
  onDone: () => void
  onCancel: () => void
}

export function ActionDialog({ act, upn, name, onDone, onCancel }: ActionDialogProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const { busy, fault, run } = useCommand()
  const [reason, setReason] = useState('')
  const [seconds, setSeconds] = useState(LIFETIMES[0] ?? 300)
  const needed = needsReason(act)
  const blocked = needed && reason.trim().length < SHORTEST_REASON ? t('administration.reasonShort') : null
  const submit = async () => {
    if (!blocked && (await run(() => carryOut(act, upn, reason, seconds)))) onDone()
  }
  return (
    <FormDialog
      title={t(`administration.askOne.${act}`, { name })}
      testId={`dialog-${act}`}
      onCancel={onCancel}
      onSubmit={() => void submit()}
      actions={
        <>
          <Action onPress={onCancel} testId="action-cancel">
            {t('common.cancel')}
          </Action>
          <Action type="submit" appearance="primary" danger={isDangerous(act)} busy={busy} blocked={blocked} testId="action-confirm">
            {t(`administration.actions.${act}`)}
          </Action>
        </>
      }
    >
      {fault && <FaultBar fault={fault} />}
      <Text>{t(`administration.says.${act}`)}</Text>
      {act === 'oneTimeBypass' && (
        <Field label={t('administration.person.bypassWithin')}>
          <Dropdown
            inlinePopup
            value={format.duration(seconds)}
            selectedOptions={[String(seconds)]}
            onOptionSelect={(_, { optionValue }) => setSeconds(Number(optionValue))}
            data-testid="field-bypass-seconds"
          >
            {LIFETIMES.map((life) => (
              <Option key={life} value={String(life)}>
                {format.duration(life)}
              </Option>
            ))}
          </Dropdown>
        </Field>
      )}
      <ReasonField value={reason} needed={needed} onChange={setReason} />
    </FormDialog>
  )
}

/** The reason. The focus starts here, unless the dialog has another field before it. */
export function ReasonField({ value, needed, first = true, onChange }: { value: string; needed: boolean; first?: boolean; onChange: (reason: string) => void }) {
  const { t } = useTranslation()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (first) field.current?.focus()
  }, [first])
  return (
    <Field label={t('administration.reason')} hint={t('administration.reasonHint')} required={needed}>
      <Textarea ref={field} value={value} maxLength={500} resize="vertical" onChange={(_, data) => onChange(data.value.replaceAll(/[\r\n]+/g, ' '))} data-testid="field-reason" />
    </Field>
  )
}
