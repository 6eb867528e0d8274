// The fields of a new hardware token, for the manage page and the wizard.

import { Field, Input, Text } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import { FaultBar } from './FaultBar'
import { useFieldFaults } from './field-faults'
import { OathLimit } from './OathLimit'
import { TokenCodeField } from './TokenCodeField'
import type { AddingToken } from './use-add-token'

export function AddTokenFields({ token }: { token: AddingToken }) {
  const { t } = useTranslation()
  const { fault } = token.adding
  const faults = useFieldFaults(token.adding, { serial: ['hardware_token_not_found', 'hardware_token_not_valid'], code: ['incorrect_code'] })
  return (
    <>
      {faults.bar && <FaultBar fault={faults.bar} />}
      {fault && <OathLimit fault={fault} onRoom={token.adding.clear} />}
      <Text>{t('hardwareToken.addText')}</Text>
      <Field label={t('hardwareToken.serialNumber')} hint={t('hardwareToken.serialHint')} {...faults.at('serial')}>
        <Input
          data-testid="field-serial-number"
          autoFocus
          spellCheck={false}
          maxLength={128}
          value={token.serialNumber}
          onChange={(_, { value }) => {
            faults.typed('serial')
            token.setSerialNumber(value)
          }}
        />
      </Field>
      <TokenCodeField
        label={t('hardwareToken.code')}
        hint={t('hardwareToken.codeHint')}
        value={token.code}
        onChange={(typed) => {
          faults.typed('code')
          token.setCode(typed)
        }}
        wrong={faults.at('code')}
        testId="field-token-code"
      />
      <Field label={t('hardwareToken.name')} hint={t('hardwareToken.nameHint')}>
        <Input
          data-testid="field-token-name"
          maxLength={64}
          value={token.displayName}
          onChange={(_, { value }) => token.setDisplayName(value)}
        />
      </Field>
    </>
  )
}
