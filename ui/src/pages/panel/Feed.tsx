// What the service does, as it writes it down: plain words, with the technical line behind.

import { Caption1, makeStyles, mergeClasses, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { stageFeed, type StageFeedRow } from '../../backend/stage'
import { useFormats } from '../../state/format'
import { useFeedWords } from './feed-words'

const READ_AGAIN = 700

const useStyles = makeStyles({
  feed: { display: 'flex', flexDirection: 'column', flex: '2 1 0', minHeight: '88px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground2 },
  title: { margin: 0, padding: '8px 16px 4px' },
  rows: { margin: 0, padding: '0 16px 8px', listStyle: 'none', overflowY: 'auto', flexGrow: 1, outlineOffset: '-2px' },
  row: { paddingBlock: '4px', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  summary: { display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: '8px', cursor: 'pointer', listStyle: 'none', overflowWrap: 'anywhere', borderRadius: tokens.borderRadiusMedium, ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  time: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums', lineHeight: tokens.lineHeightBase300 },
  refused: { color: tokens.colorStatusDangerForeground1 },
  line: { display: 'block', paddingTop: '4px', fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere', userSelect: 'text' },
  empty: { color: tokens.colorNeutralForeground3 },
})

export function Feed() {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const words = useFeedWords()
  const rows = useFeed()
  const list = useRef<HTMLOListElement>(null)
  const newest = rows.at(-1)?.id
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight })
  }, [newest])
  return (
    <section className={styles.feed} aria-label={t('stage.feed')}>
      <Subtitle2 as="h2" className={styles.title}>
        {t('stage.feed')}
      </Subtitle2>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it */}
      <ol ref={list} className={styles.rows} tabIndex={0} data-testid="stage-feed">
        {rows.length === 0 && (
          <li>
            <Text className={styles.empty}>{t('stage.feedEmpty')}</Text>
          </li>
        )}
        {rows.map((row) => (
          <li key={row.id} className={styles.row} data-testid="stage-feed-row">
            <details>
              <summary className={styles.summary}>
                <Caption1 className={styles.time}>{format.clock(row.time)}</Caption1>
                <Text className={mergeClasses(isRefusal(row) && styles.refused)}>{words(row)}</Text>
              </summary>
              <code className={styles.line}>{row.line}</code>
            </details>
          </li>
        ))}
      </ol>
    </section>
  )
}

const isRefusal = ({ told }: StageFeedRow) => told.kind === 'signIn' && told.result === 'denied'

/** Reads again while the panel is on the screen. */
function useFeed(): StageFeedRow[] {
  const [rows, setRows] = useState<StageFeedRow[]>([])
  useEffect(() => {
    let closed = false
    const read = () => {
      if (document.visibilityState === 'hidden') return
      // While the service restarts, the rows stay.
      void stageFeed().then((answer) => !closed && setRows(answer), () => undefined)
    }
    read()
    const timer = setInterval(read, READ_AGAIN)
    return () => {
      closed = true
      clearInterval(timer)
    }
  }, [])
  return rows
}
