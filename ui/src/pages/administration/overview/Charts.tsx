// Two small charts, drawn as SVG and hidden from screen readers: these get the table beside it.

import { makeStyles, tokens } from '@fluentui/react-components'

const WIDTH = 320
const HEIGHT = 96
/** Room for the thickness of a line. */
const EDGE = 3

const useStyles = makeStyles({
  chart: { display: 'block', width: '100%', height: '96px', overflow: 'visible' },
  line: { fill: 'none', stroke: tokens.colorBrandStroke1, strokeWidth: '2px', vectorEffect: 'non-scaling-stroke', '@media (forced-colors: active)': { stroke: 'Highlight' } },
  area: { fill: tokens.colorBrandBackground2, '@media (forced-colors: active)': { fill: 'none' } },
  passed: { fill: tokens.colorBrandBackground, '@media (forced-colors: active)': { fill: 'CanvasText' } },
  denied: { fill: tokens.colorStatusDangerBackground3, '@media (forced-colors: active)': { fill: 'Highlight' } },
  ground: { stroke: tokens.colorNeutralStroke2, strokeWidth: '1px', vectorEffect: 'non-scaling-stroke' },
})

/** A curve that begins at zero on its scale. */
export function LineChart({ values }: { values: number[] }) {
  const styles = useStyles()
  const most = Math.max(1, ...values)
  const x = (index: number) => (values.length < 2 ? 0 : (index / (values.length - 1)) * WIDTH)
  const y = (value: number) => HEIGHT - EDGE - (value / most) * (HEIGHT - 2 * EDGE)
  const line = values.map((value, index) => `${index === 0 ? 'M' : 'L'}${x(index)} ${y(value)}`).join('')
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" className={styles.chart} aria-hidden>
      <path d={`${line}L${WIDTH} ${HEIGHT}L0 ${HEIGHT}Z`} className={styles.area} />
      <path d={line} className={styles.line} />
      <line x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} className={styles.ground} />
    </svg>
  )
}

/** A bar for each day: what passed, and what was denied on top of it. */
export function DayBars({ days }: { days: { date: string; passed: number; denied: number }[] }) {
  const styles = useStyles()
  const most = Math.max(1, ...days.map(({ passed, denied }) => passed + denied))
  const step = WIDTH / Math.max(1, days.length)
  const tall = (value: number) => (value / most) * HEIGHT
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" className={styles.chart} aria-hidden>
      {days.map(({ date, passed, denied }, index) => (
        <g key={date}>
          <rect x={index * step + 1} width={Math.max(1, step - 2)} y={HEIGHT - tall(passed)} height={tall(passed)} className={styles.passed} />
          <rect x={index * step + 1} width={Math.max(1, step - 2)} y={HEIGHT - tall(passed) - tall(denied)} height={tall(denied)} className={styles.denied} />
        </g>
      ))}
      <line x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} className={styles.ground} />
    </svg>
  )
}
