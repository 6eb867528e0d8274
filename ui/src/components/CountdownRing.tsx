// Time left of a code: a ring and the seconds. The list that holds rings sets two variables a second; each ring draws
// from them by style alone, so that no row is rendered anew and nothing is animated.

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, type CSSProperties, type RefObject } from 'react'

import { hearClock } from '../state/clock'

const RADIUS = 8
const ROUND = 2 * Math.PI * RADIUS

const useStyles = makeStyles({
  ring: { display: 'inline-flex', alignItems: 'center', columnGap: '6px', color: tokens.colorNeutralForeground2 },
  track: { fill: 'none', stroke: tokens.colorNeutralStroke2, strokeWidth: '3px' },
  left: {
    fill: 'none',
    stroke: tokens.colorCompoundBrandStroke,
    strokeWidth: '3px',
    strokeDasharray: `${ROUND}`,
    strokeDashoffset: `calc((1 - var(--part, 1)) * ${ROUND})`,
    transform: 'rotate(-90deg)',
    transformOrigin: 'center',
  },
  seconds: {
    display: 'inline-block',
    minWidth: '2ch',
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
    '::after': { counterReset: 'left var(--left, 0)', content: 'counter(left)' },
  },
})

/** `period` in seconds picks the variables that `useRings` sets. */
export function CountdownRing({ period, className }: { period: number; className?: string }) {
  const styles = useStyles()
  return (
    <span
      className={mergeClasses(styles.ring, className)}
      style={{ '--left': `var(--left-${period})`, '--part': `var(--part-${period})` } as CSSProperties}
      aria-hidden
    >
      <svg width="20" height="20" viewBox="0 0 20 20">
        <circle className={styles.track} cx="10" cy="10" r={RADIUS} />
        <circle className={styles.left} cx="10" cy="10" r={RADIUS} />
      </svg>
      <span className={styles.seconds} />
    </span>
  )
}

/** Keeps the rings inside an element going. `until` names the end of the running step for each period. */
export function useRings(list: RefObject<HTMLElement | null>, until: ReadonlyMap<number, number>) {
  useEffect(() => {
    if (until.size === 0) return
    const draw = (now: number) => {
      const style = list.current?.style
      if (!style) return
      for (const [period, end] of until) {
        const left = Math.max(0, Math.ceil((end - now) / 1000))
        style.setProperty(`--left-${period}`, String(left))
        style.setProperty(`--part-${period}`, String(Math.min(1, left / period)))
      }
    }
    draw(Date.now())
    return hearClock(draw)
  }, [list, until])
}
