// Names and values for the help desk, and a button that copies them.

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import { copyText } from '../backend/app'
import { useCopy } from './use-copy'

const useStyles = makeStyles({
  details: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: '12px',
    rowGap: '2px',
    margin: '8px 0 4px',
    fontSize: tokens.fontSizeBase200,
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0, fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere', userSelect: 'text' },
  },
  row: { display: 'contents' },
})

export type Detail = [name: string, value: string]

export function DetailsToCopy({ rows, testId }: { rows: Detail[]; testId?: string }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { copied, copy } = useCopy(() => copyText(rows.map(([name, value]) => `${name}: ${value}`).join('\n')))
  return (
    <>
      <dl className={styles.details} data-testid={testId}>
        {rows.map(([name, value]) => (
          <div key={name} className={styles.row}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Button size="small" onClick={copy} data-testid={testId && `${testId}-copy`}>
        {copied ? t('common.copied') : t('common.copy')}
      </Button>
    </>
  )
}
