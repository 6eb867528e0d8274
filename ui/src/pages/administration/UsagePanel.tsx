// The usage report: people by state, texts and calls, and app passwords that seem to be unused.

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { usageReport, type UsageReport } from '../../backend/administration'
import { copyText } from '../../backend/app'
import { toFault, type Fault } from '../../backend/fault'
import { Loading } from '../../components/Loading'
import { Section } from '../../components/Section'
import { Action } from '../../components/Action'
import { useCopy } from '../../components/use-copy'
import { useFormats } from '../../state/format'
import { csv } from './csv'
import { RefusedState } from './RefusedState'

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
  frame: { overflowX: 'auto', backgroundColor: tokens.colorNeutralBackground1, border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusLarge },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    '& th, & td': { padding: '10px 16px', textAlign: 'left', overflowWrap: 'anywhere' },
    '& [data-number]': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
    '& th': { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
    '& tbody tr': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
})

export function UsagePanel({ onMyPages }: { onMyPages: () => void }) {
  const styles = useStyles()
  const [report, setReport] = useState<UsageReport | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [round, setRound] = useState(0)
  useEffect(() => {
    void usageReport().then(
      (answer) => {
        setReport(answer)
        setFault(null)
      },
      (thrown: unknown) => setFault(toFault(thrown)),
    )
  }, [round])
  return (
    <div className={styles.panel}>
      {fault && <RefusedState fault={fault} onAgain={() => setRound(round + 1)} onMyPages={onMyPages} />}
      {!report && !fault && <Loading rows={4} />}
      {report && <Tables report={report} />}
    </div>
  )
}

function Tables({ report: { people, month, phones, unusedAppPasswords } }: { report: UsageReport }) {
  const { t } = useTranslation()
  const format = useFormats()
  const kind = (name: string) => (name === 'text' || name === 'call' ? t(`administration.usage.kinds.${name}`) : name)
  return (
    <>
      <Section title={t('administration.usage.people')} hint={t('administration.usage.month', { month: format.month(month) })}>
        <Table
          testId="usage-people"
          head={[t('administration.usage.state'), t('administration.usage.number')]}
          rows={[
            [t('administration.usage.enforced'), people.enforced],
            [t('administration.usage.enabled'), people.enabled],
            [t('administration.usage.disabled'), people.disabled],
            [t('administration.usage.verified'), people.verifiedThisMonth],
          ]}
        />
      </Section>
      <Section title={t('administration.usage.phones')} hint={t('administration.usage.phonesHint')}>
        <Table
          testId="usage-phones"
          head={(['month', 'kind', 'country', 'sent', 'failed'] as const).map((column) => t(`administration.usage.columns.${column}`))}
          rows={phones.map((row) => [{ shown: format.month(row.month), copied: row.month }, kind(row.kind), { shown: format.country(row.country), copied: row.country }, row.sent, row.failed])}
          empty={t('administration.usage.noPhones')}
        />
      </Section>
      <Section title={t('administration.usage.unused')}>
        <Table
          testId="usage-unused"
          head={(['person', 'name', 'used'] as const).map((column) => t(`administration.usage.columns.${column}`))}
          rows={unusedAppPasswords.map((row) => [row.userPrincipalName, row.displayName, row.lastUsedDateTime ? format.date(row.lastUsedDateTime) : t('common.neverUsed')])}
          empty={t('administration.usage.noUnused')}
        />
      </Section>
    </>
  )
}

/** What is copied for a table of numbers is plainer than what is read here. */
type Cell = string | number | { shown: string; copied: string }

const shown = (cell: Cell) => (typeof cell === 'object' ? cell.shown : cell)
const plain = (cell: Cell) => (typeof cell === 'object' ? cell.copied : cell)

function Table({ head, rows, empty, testId }: { head: string[]; rows: Cell[][]; empty?: ReactNode; testId: string }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { copied, copy } = useCopy(() => copyText(csv([head, ...rows.map((row) => row.map(plain))])))
  const numeric = (column: number) => typeof rows[0]?.[column] === 'number'
  if (rows.length === 0) return <Text data-testid={testId}>{empty}</Text>
  return (
    <>
      <div className={styles.frame}>
        <table className={styles.table} data-testid={testId}>
          <thead>
            <tr>
              {head.map((name, column) => (
                <th key={name} scope="col" data-number={numeric(column) || undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.map(plain).join(' ')}>
                {row.map((cell, column) => (
                  <td key={head[column]} data-number={numeric(column) || undefined}>
                    {shown(cell)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div>
        <Action size="small" onPress={copy} testId={`copy-${testId}`}>
          {copied ? t('common.copied') : t('administration.usage.copyCsv')}
        </Action>
      </div>
    </>
  )
}
