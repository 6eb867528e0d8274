// The remaining time of a code: a ring and the seconds. `rings.ts` draws them.

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { memo } from 'react'

import { useRing } from './rings'

const useStyles = makeStyles({
  // Its changes cause no layout or paint outside of it.
  ring: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', width: '52px', height: '20px', contain: 'strict', color: tokens.colorNeutralForeground2 },
  track: { fill: 'none', stroke: tokens.colorNeutralStroke2, strokeWidth: '3px' },
  left: { fill: 'none', stroke: tokens.colorCompoundBrandStroke, strokeWidth: '3px' },
  seconds: { fontVariantNumeric: 'tabular-nums' },
})

export const Ring = memo(function Ring({ period, className }: { period: number; className?: string }) {
  const styles = useStyles()
  const ring = useRing(period)
  return (
    <span ref={ring} className={mergeClasses(styles.ring, className)} aria-hidden data-testid="time-left">
      <svg width="20" height="20" viewBox="0 0 20 20">
        <circle className={styles.track} cx="10" cy="10" r="8" />
        <circle data-part="left" className={styles.left} cx="10" cy="10" r="8" pathLength={100} strokeDasharray={100} transform="rotate(-90 10 10)" />
      </svg>
      <span data-part="seconds" className={styles.seconds} />
    </span>
  )
})
