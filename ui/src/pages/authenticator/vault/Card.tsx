// A form about the vault, in place of the accounts.

import { makeStyles, Subtitle1, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '16px',
    width: '100%',
    maxWidth: '440px',
    boxSizing: 'border-box',
    marginInline: 'auto',
    padding: '24px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    '@media (max-width: 559px)': { padding: '16px' },
  },
  heading: { margin: 0 },
  actions: { display: 'flex', justifyContent: 'flex-end', gap: '8px' },
})

export interface CardProps {
  heading: string
  testId: string
  onSubmit: () => void
  action: ReactNode
  children: ReactNode
}

export function Card({ heading, testId, onSubmit, action, children }: CardProps) {
  const styles = useStyles()
  return (
    <form
      className={styles.card}
      noValidate
      data-testid={testId}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <Subtitle1 as="h2" className={styles.heading}>
        {heading}
      </Subtitle1>
      {children}
      <div className={styles.actions}>{action}</div>
    </form>
  )
}
