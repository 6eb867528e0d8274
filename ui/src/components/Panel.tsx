// The centred card of sign-in and of the wizard: a heading, a form, and its buttons.

import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components'
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react'

const useStyles = makeStyles({
  panel: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow4,
    overflow: 'hidden',
  },
  form: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '16px',
    padding: '28px 32px',
    '@media (max-width: 559px)': { padding: '20px 16px' },
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold, lineHeight: tokens.lineHeightBase500, overflowWrap: 'anywhere', outline: 'none' },
  actions: { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: '8px', marginTop: '8px' },
})

export interface PanelProps {
  heading: string
  /** 1 if the page has no heading of its own. */
  level?: 1 | 2
  onSubmit?: () => void
  /** Finished steps and all steps. */
  progress?: { step: number; of: number; label: string }
  actions?: ReactNode
  children: ReactNode
  testId?: string
}

export function Panel({ heading, level = 2, onSubmit, progress, actions, children, testId }: PanelProps) {
  const styles = useStyles()
  const title = useRef<HTMLHeadingElement>(null)
  // The heading announces a new step, unless a field of it has the focus.
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus()
  }, [])
  const Heading = `h${level}` as const
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit?.()
  }
  return (
    <div className={styles.panel} data-testid={testId}>
      {progress && (
        <ProgressBar
          value={progress.step}
          max={progress.of}
          shape="square"
          thickness="medium"
          aria-label={progress.label}
        />
      )}
      <form className={styles.form} onSubmit={submit} noValidate>
        <Heading ref={title} tabIndex={-1} className={styles.heading}>
          {heading}
        </Heading>
        {children}
        {actions && <div className={styles.actions}>{actions}</div>}
      </form>
    </div>
  )
}
