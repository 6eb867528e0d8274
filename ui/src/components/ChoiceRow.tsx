// One choice among several. A choice that is not available is grey but readable, and explains why.

import { makeStyles, Radio, tokens } from '@fluentui/react-components'

export interface Choice {
  value: string
  label: string
  /** Why it cannot be chosen. */
  reason: string | null
}

const useStyles = makeStyles({
  label: { display: 'flex', flexDirection: 'column' },
  reason: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
})

export function ChoiceRow({ value, label, reason }: Choice) {
  const styles = useStyles()
  return (
    <Radio
      value={value}
      data-testid={`choice-${value}`}
      disabled={reason !== null}
      label={
        reason === null ? (
          label
        ) : (
          <span className={styles.label}>
            {label}
            <span className={styles.reason}>{reason}</span>
          </span>
        )
      }
    />
  )
}
