// The parameters of the codes: only those of the kind can be set.

import { Field, Input, makeStyles, Select, type FieldProps } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import type { AccountKind, HashAlgorithm } from '../../../backend/authenticator'
import type { ManualForm } from './manual'

const kinds: AccountKind[] = ['totp', 'hotp', 'steam']
const algorithms: HashAlgorithm[] = ['SHA1', 'SHA256', 'SHA512']

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    columnGap: '12px',
    rowGap: '12px',
    alignItems: 'start',
    '@media (max-width: 559px)': { gridTemplateColumns: '1fr' },
  },
})

export interface AdvancedFieldsProps {
  form: ManualForm
  onForm: (change: Partial<ManualForm>) => void
  at: (field: keyof ManualForm) => Pick<FieldProps, 'validationMessage' | 'validationState'>
}

export function AdvancedFields({ form, onForm, at }: AdvancedFieldsProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const number = (field: 'digits' | 'period' | 'counter') => (
    <Field label={t(`authenticator.adding.${field}`)} {...at(field)}>
      <Input
        data-testid={`field-${field}`}
        inputMode="numeric"
        autoComplete="off"
        value={form[field]}
        onChange={(_, { value }) => onForm({ [field]: value })}
      />
    </Field>
  )
  return (
    <div className={styles.fields}>
      <Field label={t('authenticator.adding.kind')} {...at('kind')}>
        <Select data-testid="field-kind" value={form.kind} onChange={(_, { value }) => onForm({ kind: value as AccountKind })}>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`authenticator.adding.kinds.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
      {form.kind !== 'steam' && (
        <>
          <Field label={t('authenticator.adding.algorithm')} {...at('algorithm')}>
            <Select data-testid="field-algorithm" value={form.algorithm} onChange={(_, { value }) => onForm({ algorithm: value as HashAlgorithm })}>
              {algorithms.map((algorithm) => (
                <option key={algorithm} value={algorithm}>
                  {algorithm}
                </option>
              ))}
            </Select>
          </Field>
          {number('digits')}
        </>
      )}
      {form.kind === 'totp' && number('period')}
      {form.kind === 'hotp' && number('counter')}
    </div>
  )
}
