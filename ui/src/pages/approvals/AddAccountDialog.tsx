// *Add account*: this computer takes part in a set-up that another screen shows, by link, or by code and address.

import { Field, Input, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { activateDevice } from '../../backend/approvals'
import { CancelOr } from '../../components/CancelOr'
import { FaultBar } from '../../components/FaultBar'
import { FormDialog } from '../../components/FormDialog'
import { useCommand } from '../../state/command'

export function AddAccountDialog({ onCancel, onAdded }: { onCancel: () => void; onAdded: () => void }) {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  const [url, setUrl] = useState('')
  const adding = useCommand()
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
      {adding.fault && <FaultBar fault={adding.fault} />}
      <Text>{t('approvals.addText')}</Text>
      <Field label={t('approvals.codeOrLink')}>
        <Input data-testid="field-activation-code" autoFocus spellCheck={false} autoComplete="off" value={code} onChange={(_, { value }) => setCode(value)} />
      </Field>
      {!link && (
        <Field label={t('push.url')}>
          <Input data-testid="field-activation-url" type="url" spellCheck={false} autoComplete="off" value={url} onChange={(_, { value }) => setUrl(value)} />
        </Field>
      )}
    </FormDialog>
  )
}
