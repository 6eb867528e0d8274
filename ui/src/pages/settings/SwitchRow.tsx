// One choice in a settings card: a text, and a switch that explains why it is disabled.

import { makeStyles, Switch, Text, tokens } from '@fluentui/react-components'
import { useId, type ReactNode } from 'react'

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: '16px',
    minHeight: '44px',
    padding: '4px 16px 4px 52px',
    '@media (max-width: 559px)': { paddingLeft: '16px' },
  },
  words: { display: 'flex', flexDirection: 'column', paddingBlock: '4px', maxWidth: '75ch' },
  soft: { color: tokens.colorNeutralForeground3 },
})

export interface SwitchRowProps {
  label: string
  hint?: ReactNode
  /** Why it is disabled. */
  blocked?: string | null
  checked: boolean
  onChange: (checked: boolean) => void
  testId: string
}

export function SwitchRow({ label, hint, blocked, checked, onChange, testId }: SwitchRowProps) {
  const styles = useStyles()
  const why = useId()
  const below = blocked ?? hint
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <Text className={blocked ? styles.soft : undefined}>{label}</Text>
        {below && (
          <Text size={200} className={styles.soft} id={why}>
            {below}
          </Text>
        )}
      </div>
      <Switch
        aria-label={label}
        aria-describedby={below ? why : undefined}
        data-testid={testId}
        disabledFocusable={Boolean(blocked)}
        checked={checked}
        onChange={(_, data) => {
          if (!blocked) onChange(data.checked)
        }}
      />
    </div>
  )
}
