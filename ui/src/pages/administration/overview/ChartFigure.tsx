// A chart with its finding as a sentence, and the same numbers as a table: for those who want it, and for screen readers.

import { Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { useNumbers } from './numbers'

const useStyles = makeStyles({
  figure: { display: 'flex', flexDirection: 'column', rowGap: '8px', margin: 0, position: 'relative' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', justifyContent: 'space-between', columnGap: '12px' },
  soft: { color: tokens.colorNeutralForeground3 },
  link: { fontSize: tokens.fontSizeBase200 },
  frame: { maxHeight: '200px', overflowY: 'auto' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    '& th, & td': { padding: '4px 8px', textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
    '& th:first-child, & td:first-child': { textAlign: 'left', paddingLeft: 0 },
    '& th': { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightSemibold },
    '& tbody tr': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
})

export interface ChartFigureProps {
  /** What the chart shows, as a sentence. */
  finding: string
  chart: ReactNode
  head: string[]
  rows: (string | number)[][]
  testId: string
}

export function ChartFigure({ finding, chart, head, rows, testId }: ChartFigureProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const [asTable, setAsTable] = useState(false)
  const number = useNumbers()
  return (
    <figure className={styles.figure} data-testid={testId}>
      <figcaption className={styles.head}>
        <Text size={200} className={styles.soft}>
          {finding}
        </Text>
        <Link as="button" type="button" className={styles.link} aria-pressed={asTable} onClick={() => setAsTable(!asTable)} data-testid={`${testId}-as-table`}>
          {t(asTable ? 'overview.asChart' : 'overview.asTable')}
        </Link>
      </figcaption>
      {!asTable && chart}
      {/* A region that scrolls is reached by the keyboard. */}
      <div className={mergeClasses(asTable ? styles.frame : styles.unseen)} tabIndex={asTable ? 0 : undefined} role={asTable ? 'region' : undefined} aria-label={asTable ? finding : undefined}>
        <table className={styles.table}>
          <thead>
            <tr>
              {head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row[0]}>
                {row.map((cell, column) => (
                  <td key={head[column]}>{typeof cell === 'number' ? number(cell) : cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  )
}
