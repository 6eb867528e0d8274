// *Add account*: registers this computer with a set-up on another screen, by QR code, by link, or by code and address.

import { Field, Input, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { activateDevice } from '../../backend/approvals'
import { CancelOr } from '../../components/CancelOr'
import { useFieldFaults } from '../../components/field-faults'
import { FaultBar } from '../../components/FaultBar'
import { FormDialog } from '../../components/FormDialog'
import { LinkScan } from '../../components/scan/LinkScan'
import { useCommand } from '../../state/command'

export function AddAccountDialog({ onCancel, onAdded }: { onCancel: () => void; onAdded: () => void }) {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  const [url, setUrl] = useState('')
  const adding = useCommand()
  const faults = useFieldFaults(adding, { code: ['activation_invalid', 'activation_code_unknown', 'activation_code_expired', 'activation_code_used'], url: ['service_address_invalid'] })
  const link = code.trim().startsWith('proofup://')
  const missing = code.trim() === '' || (!link && url.trim() === '') ? t('approvals.codeMissing') : null
  const add = async () => {
    if (!missing && (await adding.run(() => activateDevice(code, link ? '' : url)))) onAdded()
  }
  return (
    <FormDialog
      title={t('approvals.addTitle')}
      testId="dialog-add-device-account"
      onCancel={onCancel}
      onSubmit={() => void add()}
      actions={
        <CancelOr onCancel={onCancel} busy={adding.busy} blocked={missing} testId="action-add">
          {t('approvals.add')}
        </CancelOr>
      }
    >
      {faults.bar && <FaultBar fault={faults.bar} />}
      <Text>{t('approvals.addText')}</Text>
      <LinkScan
        onLink={(read) => {
          adding.clear()
          setCode(read)
        }}
      />
      <Field label={t('approvals.codeOrLink')} {...faults.at('code')}>
        <Input data-testid="field-activation-code" autoFocus spellCheck={false} autoComplete="off" value={code} onChange={(_, { value }) => {
          faults.typed('code')
          setCode(value)
        }} />
      </Field>
      {!link && (
        <Field label={t('push.url')} {...faults.at('url')}>
          <Input data-testid="field-activation-url" type="url" spellCheck={false} autoComplete="off" value={url} onChange={(_, { value }) => {
            faults.typed('url')
            setUrl(value)
          }} />
        </Field>
      )}
    </FormDialog>
  )
}
