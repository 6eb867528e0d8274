// A figure with its share as a bar. It leads to the list of what it counts, where the person may see that.

import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'

import { useNumbers } from './numbers'

const useStyles = makeStyles({
  row: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: '12px', rowGap: '4px', alignItems: 'baseline' },
  number: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
  track: { gridColumn: '1 / -1', height: '6px', borderRadius: tokens.borderRadiusCircular, backgroundColor: tokens.colorNeutralBackground4, overflow: 'hidden', '@media (forced-colors: active)': { border: '1px solid CanvasText' } },
  bar: { height: '100%', backgroundColor: tokens.colorBrandBackground, '@media (forced-colors: active)': { backgroundColor: 'Highlight' } },
})

export interface FigureRowProps {
  label: string
  value: number
  /** The whole of which the bar shows the share. */
  of?: number
  onGo?: () => void
  testId: string
}

export function FigureRow({ label, value, of, onGo, testId }: FigureRowProps) {
  const number = useNumbers()
  const styles = useStyles()
  return (
    <div className={styles.row} data-testid={testId}>
      {onGo ? (
        <Link as="button" type="button" onClick={onGo}>
          {label}
        </Link>
      ) : (
        <Text>{label}</Text>
      )}
      <span className={styles.number}>{number(value)}</span>
      {of !== undefined && (
        <div className={styles.track} aria-hidden>
          <div className={styles.bar} style={{ width: `${of > 0 ? (value / of) * 100 : 0}%` }} />
        </div>
      )}
    </div>
  )
}
