// The app passwords as a table: name, created, last used.

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import type { AppPassword } from '../../backend/app-passwords'
import { Action } from '../../components/Action'
import { useNow } from '../../state/clock'
import { useFormats } from '../../state/format'

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
  actions: { width: '128px', paddingInline: '8px', textAlign: 'right', whiteSpace: 'nowrap' },
  soft: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, display: 'block' },
})

export interface AppPasswordTableProps {
  rows: AppPassword[]
  blocked: string | null
  onDelete: (password: AppPassword) => void
}

export function AppPasswordTable({ rows, blocked, onDelete }: AppPasswordTableProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const now = useNow(60_000)
  const head = (name: string, extra = '') => (
    <th scope="col" className={`${styles.head} ${extra}`}>
      {name}
    </th>
  )
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={t('appPasswords.title')} data-testid="app-passwords">
        <thead>
          <tr>
            {head(t('appPasswords.name'))}
            {head(t('appPasswords.created'), styles.created)}
            {head(t('appPasswords.lastUsed'), styles.used)}
            <td className={`${styles.head} ${styles.actions}`} />
          </tr>
        </thead>
        <tbody>
          {rows.map((password) => (
            <tr key={password.id} data-testid="app-password-row">
              <th scope="row" className={styles.cell}>
                {password.displayName}
              </th>
              <td className={`${styles.cell} ${styles.created}`}>{format.date(password.createdDateTime)}</td>
              <td className={`${styles.cell} ${styles.used}`}>
                {password.lastUsedDateTime ? format.ago(password.lastUsedDateTime, now) : t('common.neverUsed')}
                {password.lastUsedFrom && <Text className={styles.soft}>{password.lastUsedFrom}</Text>}
              </td>
              <td className={`${styles.cell} ${styles.actions}`}>
                <Action
                  size="small"
                  appearance="subtle"
                  danger
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
