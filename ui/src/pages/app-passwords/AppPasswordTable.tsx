// The app passwords as a table: name, created, last used. Pressing a column sorts by it.

import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down'
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up'
import { useTranslation } from 'react-i18next'

import type { AppPasswordSort } from '../../backend/app'
import type { AppPassword } from '../../backend/app-passwords'
import { Action } from '../../components/Action'
import { useNow } from '../../state/clock'
import { useFormats } from '../../state/format'
import { endOf } from './end'
import type { Column } from './sort'

const useStyles = makeStyles({
  frame: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflow: 'hidden',
  },
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  head: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    padding: '8px 16px',
    boxSizing: 'border-box',
  },
  cell: {
    padding: '8px 16px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'left',
    verticalAlign: 'middle',
    boxSizing: 'border-box',
  },
  created: { width: '22%', whiteSpace: 'nowrap', '@media (max-width: 559px)': { display: 'none' } },
  used: { width: '29%' },
  sort: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '4px',
    minHeight: '24px',
    padding: '0 4px',
    marginLeft: '-4px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':hover > span': { opacity: 1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  arrow: { display: 'inline-flex', fontSize: '12px' },
  idle: { opacity: 0 },
  actions: { width: '212px', paddingInline: '8px', textAlign: 'right', '& > * + *': { marginLeft: '4px' }, '@media (max-width: 559px)': { width: '124px' } },
  soft: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, display: 'block' },
})

export interface AppPasswordTableProps {
  rows: AppPassword[]
  sort: AppPasswordSort
  onSort: (column: Column) => void
  blocked: string | null
  onRename: (password: AppPassword) => void
  onDelete: (password: AppPassword) => void
}

export function AppPasswordTable({ rows, sort, onSort, blocked, onRename, onDelete }: AppPasswordTableProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const now = useNow(60_000)
  const head = (column: Column, name: string, extra = '') => {
    const current = sort.column === column
    return (
      <th scope="col" className={mergeClasses(styles.head, extra)} aria-sort={current ? (sort.descending ? 'descending' : 'ascending') : undefined}>
        <button type="button" className={styles.sort} onClick={() => onSort(column)} data-testid={`sort-${column}`}>
          {name}
          <span className={mergeClasses(styles.arrow, !current && styles.idle)} aria-hidden>
            {current && !sort.descending ? <ArrowUpRegular /> : <ArrowDownRegular />}
          </span>
        </button>
      </th>
    )
  }
  /** The limits of an app password, each in words. */
  const limits = (password: AppPassword) => {
    const end = endOf(password)
    const hasEnded = end !== null && end <= now
    return [
      hasEnded && t('appPasswords.ended', { date: format.date(new Date(end).toISOString()) }),
      !hasEnded && password.expiresDateTime && t('appPasswords.until', { date: format.date(password.expiresDateTime) }),
      !hasEnded && password.unusedDays && t('appPasswords.endsUnused', { count: password.unusedDays }),
      password.protocols.length > 0 && t('appPasswords.onlyFor', { protocols: password.protocols.join(', ').toUpperCase() }),
      password.addressRanges.length > 0 && t('appPasswords.onlyFrom', { addresses: password.addressRanges.join(', ') }),
    ].filter((words) => typeof words === 'string')
  }
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={t('appPasswords.title')} data-testid="app-passwords">
        <thead>
          <tr>
            {head('name', t('appPasswords.name'))}
            {head('created', t('appPasswords.created'), styles.created)}
            {head('lastUsed', t('appPasswords.lastUsed'), styles.used)}
            <td className={`${styles.head} ${styles.actions}`} />
          </tr>
        </thead>
        <tbody>
          {rows.map((password) => (
            <tr key={password.id} data-testid="app-password-row">
              <th scope="row" className={styles.cell}>
                {password.displayName}
                {limits(password).map((words) => (
                  <Text key={words} className={styles.soft}>
                    {words}
                  </Text>
                ))}
              </th>
              <td className={`${styles.cell} ${styles.created}`}>{format.date(password.createdDateTime)}</td>
              <td className={`${styles.cell} ${styles.used}`}>
                {password.lastUsedDateTime ? format.agoAlone(password.lastUsedDateTime, now) : t('common.neverUsed')}
                {password.lastUsedFrom && <Text className={styles.soft}>{password.lastUsedFrom}</Text>}
                {password.lastUsedFrontEnd && <Text className={styles.soft}>{t('appPasswords.through', { name: password.lastUsedFrontEnd })}</Text>}
              </td>
              <td className={`${styles.cell} ${styles.actions}`}>
                <Action
                  size="small"
                  appearance="subtle"
                  blocked={blocked}
                  name={`${t('rename.action')}: ${password.displayName}`}
                  onPress={() => onRename(password)}
                  testId="action-rename"
                >
                  {t('rename.action')}
                </Action>
                <Action
                  size="small"
                  danger
                  appearance="subtle"
                  blocked={blocked}
                  name={`${t('common.delete')}: ${password.displayName}`}
                  onPress={() => onDelete(password)}
                  testId="action-delete"
                >
                  {t('common.delete')}
                </Action>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
