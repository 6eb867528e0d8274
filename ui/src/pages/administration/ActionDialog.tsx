// The question before an action on one person: its effect, and its reason.

import { Checkbox, Dropdown, Field, Option, Text, Textarea } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { CallerStanding } from '../../backend/callers'
import { Action } from '../../components/Action'
import { FaultBar } from '../../components/FaultBar'
import { FormDialog } from '../../components/FormDialog'
import { Notice } from '../../components/Notice'
import { useCommand } from '../../state/command'
import { useFormats } from '../../state/format'
import { carryOut, isDangerous, needsReason, SHORTEST_REASON, type Act } from './acts'
import { LONGEST_UNVERIFIED_BYPASS, mustVerify, SHORTEST_UNVERIFIED_REASON } from './caller/caller-standing'

const LIFETIMES = [300, 900, 3600]

export interface ActionDialogProps {
  act: Act
  upn: string
  name: string
  /** For the acts that need a verified caller. */
  caller?: CallerStanding
  onVerify?: () => void
  onDone: () => void
  onCancel: () => void
}

export function ActionDialog({ act, upn, name, caller, onVerify, onDone, onCancel }: ActionDialogProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const { busy, fault, run } = useCommand()
  const [reason, setReason] = useState('')
  const [seconds, setSeconds] = useState(LIFETIMES[0] ?? 300)
  const [unverified, setUnverified] = useState(false)
  const needed = needsReason(act)
  const verifyFirst = caller !== undefined && mustVerify(caller, act)
  const shortest = unverified ? SHORTEST_UNVERIFIED_REASON : SHORTEST_REASON
  const tooShort = needed && reason.trim().length < shortest ? t('administration.reasonShort', { number: shortest }) : null
  const blocked = verifyFirst && !unverified ? t('callers.verifyFirst') : tooShort
  const lifetimes = unverified ? LIFETIMES.filter((life) => life <= LONGEST_UNVERIFIED_BYPASS) : LIFETIMES
  const submit = async () => {
    if (!blocked && (await run(() => carryOut(act, upn, reason, seconds, unverified)))) onDone()
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
      {verifyFirst && (
        <Notice
          intent="warning"
          title={t('callers.notVerified')}
          testId="notice-verify-first"
          action={
            <Action size="small" onPress={() => onVerify?.()} testId="action-verify-first">
              {t('callers.verify')}
            </Action>
          }
        >
          {t('callers.requiredText')}
        </Notice>
      )}
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
            {lifetimes.map((life) => (
              <Option key={life} value={String(life)}>
                {format.duration(life)}
              </Option>
            ))}
          </Dropdown>
        </Field>
      )}
      {verifyFirst && (
        <Checkbox
          label={t('callers.without')}
          checked={unverified}
          onChange={(_, { checked }) => {
            setUnverified(checked === true)
            if (checked) setSeconds(LIFETIMES[0] ?? LONGEST_UNVERIFIED_BYPASS)
          }}
          data-testid="field-without-verification"
        />
      )}
      {unverified && <Text>{t('callers.withoutText')}</Text>}
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
