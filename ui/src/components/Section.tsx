// A part of a page with its own heading.

import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { useId, type ReactNode } from 'react'

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  head: { display: 'flex', flexDirection: 'column', rowGap: '2px', marginTop: '8px' },
  heading: { margin: 0 },
  hint: { color: tokens.colorNeutralForeground3, maxWidth: '75ch' },
})

export function Section({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  const styles = useStyles()
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <Subtitle2 as="h2" id={id} className={styles.heading}>
          {title}
        </Subtitle2>
        {hint && <Text className={styles.hint}>{hint}</Text>}
      </div>
      {children}
    </section>
  )
}
