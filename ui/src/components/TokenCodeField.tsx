// A field for the code of a hardware token, which has six, seven or eight digits, depending on the token.

import { Field, Input, makeStyles, tokens, type FieldProps } from '@fluentui/react-components'

import { digitsOf } from './typed'

const LONGEST = 8

const useStyles = makeStyles({
  input: { maxWidth: '220px', '& input': { fontSize: tokens.fontSizeBase500, fontVariantNumeric: 'tabular-nums', letterSpacing: '0.12em' } },
})

export interface TokenCodeFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  testId: string
  hint?: string
  /** The error about the code. */
  wrong?: Pick<FieldProps, 'validationMessage' | 'validationState'>
  autoFocus?: boolean
}

/** Only digits. */
export function TokenCodeField({ label, value, onChange, testId, hint, wrong, autoFocus = false }: TokenCodeFieldProps) {
  const styles = useStyles()
  return (
    <Field label={label} hint={hint} {...wrong}>
      <Input
        className={styles.input}
        data-testid={testId}
        inputMode="numeric"
        autoComplete="one-time-code"
        spellCheck={false}
        autoFocus={autoFocus}
        value={value}
        onChange={(_, data) => onChange(digitsOf(data.value).slice(0, LONGEST))}
      />
    </Field>
  )
}

export function isTokenCode(value: string): boolean {
  return /^\d{6,8}$/.test(value)
}
