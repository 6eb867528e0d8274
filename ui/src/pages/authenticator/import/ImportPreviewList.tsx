// The preview of a file: each account with its verdict and a checkbox, then the unusable entries, then the notices.

import { Badge, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { ImportPreview, ImportRejected, ImportRow } from '../../../backend/importing'
import { Action } from '../../../components/Action'
import { useFaultWords } from '../../../components/fault-words'
import { nameOf } from '../account-names'
import { useMaking } from '../add/making'

/** More are rendered on request. */
const DRAWN = 200

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column' },
  row: { paddingBlock: '4px', borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, overflowWrap: 'anywhere' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px' },
  soft: { display: 'block', paddingInlineStart: '32px', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  warning: { display: 'block', paddingInlineStart: '32px', color: tokens.colorStatusWarningForeground3 },
  title: { fontWeight: tokens.fontWeightSemibold },
  heading: { margin: '8px 0 0', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
})

export interface ImportPreviewListProps {
  preview: ImportPreview
  chosen: ReadonlySet<number>
  onChosen: (chosen: ReadonlySet<number>) => void
}

export function ImportPreviewList({ preview, chosen, onChosen }: ImportPreviewListProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const [all, setAll] = useState(false)
  const { entries, rejected, notices } = preview
  const shown = all ? entries : entries.slice(0, DRAWN)
  const eligible = entries.filter(isEligible).map(({ number }) => number)
  const verdicts = (['new', 'changes', 'same'] as const).map((verdict) => [verdict, entries.filter((entry) => entry.verdict === verdict).length] as const)
  const summary = [
    t('importing.counts.read', { number: preview.read }),
    ...verdicts.filter(([, count]) => count > 0).map(([verdict, count]) => t(`importing.verdictCounts.${verdict}`, { number: count })),
    ...(rejected.length > 0 ? [t('importing.counts.unusable', { number: rejected.length })] : []),
  ].join(t('importing.counts.between'))
  return (
    <>
      <Text className={styles.title} role="status" data-testid="import-summary">
        {preview.formatName}: {summary}
      </Text>
      {notices.map(({ code, count }) => (
        <Text key={code}>{t(`importing.notices.${code}` as 'importing.notices.without_code', { number: count })}</Text>
      ))}
      {eligible.length > 1 && (
        <Checkbox
          label={t('importing.all')}
          data-testid="field-import-all"
          checked={eligible.every((number) => chosen.has(number)) ? true : chosen.size > 0 ? 'mixed' : false}
          onChange={(_, { checked }) => onChosen(new Set(checked === true ? eligible : []))}
        />
      )}
      <ul className={styles.list} aria-label={t('importing.found')}>
        {shown.map((entry) => (
          <Row
            key={entry.number}
            entry={entry}
            chosen={chosen.has(entry.number)}
            onChosen={(wanted) => {
              const next = new Set(chosen)
              if (wanted) next.add(entry.number)
              else next.delete(entry.number)
              onChosen(next)
            }}
          />
        ))}
      </ul>
      {shown.length < entries.length && (
        <Action onPress={() => setAll(true)} testId="action-show-all">
          {t('importing.showAll', { number: entries.length })}
        </Action>
      )}
      {rejected.length > 0 && (
        <>
          <h3 className={styles.heading}>{t('importing.unusable')}</h3>
          <ul className={styles.list}>
            {rejected.slice(0, DRAWN).map((entry) => (
              <Rejected key={entry.number} entry={entry} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** An existing account can be chosen only if that changes its name. */
const isEligible = ({ verdict, renames }: ImportRow) => verdict !== 'same' || renames

function Row({ entry, chosen, onChosen }: { entry: ImportRow; chosen: boolean; onChosen: (chosen: boolean) => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const making = useMaking()
  const name = nameOf(entry)
  return (
    <li className={styles.row} data-testid="import-row" data-verdict={entry.verdict}>
      <div className={styles.head}>
        <Checkbox label={name} checked={chosen} disabled={!isEligible(entry)} onChange={(_, { checked }) => onChosen(checked === true)} />
        <Badge appearance="tint" color={entry.verdict === 'new' ? 'success' : entry.verdict === 'changes' ? 'warning' : 'informative'}>
          {t(`importing.verdicts.${entry.verdict}`)}
        </Badge>
      </div>
      <Text className={styles.soft}>{[making(entry), ...entry.tags].join(' · ')}</Text>
      {entry.existing !== null && entry.renames && <Text className={styles.soft}>{t('importing.existing', { name: entry.existing })}</Text>}
      {entry.warnings.map((warning) => (
        <Text key={warning} className={styles.warning}>
          {t(`importing.warnings.${warning}` as 'importing.warnings.trashed')}
        </Text>
      ))}
    </li>
  )
}

function Rejected({ entry }: { entry: ImportRejected }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const words = useFaultWords()(entry.fault)
  const reason = [words.title, words.detail].filter(Boolean).join(' ')
  return (
    <li className={styles.row} data-testid="import-rejected">
      {entry.name === '' ? t('importing.rejected', { number: entry.number, reason }) : t('importing.rejectedNamed', { number: entry.number, name: entry.name, reason })}
    </li>
  )
}
