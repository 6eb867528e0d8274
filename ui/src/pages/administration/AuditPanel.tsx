// The audit log: actions of administrators and the help desk, in the app and on the command line.

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { ClipboardTaskListLtrRegular } from '@fluentui/react-icons/svg/clipboard-task-list-ltr'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { adminActions, type AdminActionRecord } from '../../backend/administration'
import { toFault, type Fault } from '../../backend/fault'
import { EmptyState } from '../../components/EmptyState'
import { Loading } from '../../components/Loading'
import { SearchInput } from '../../components/SearchInput'
import { useFormats } from '../../state/format'
import { auditFacts, auditWords } from './audit-words'
import { AuditRows } from './AuditRows'
import { RefusedState } from './RefusedState'

/** The service returns at most this many rows. */
const MOST = 500

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
  search: { maxWidth: '420px' },
  end: { color: tokens.colorNeutralForeground3 },
})

export function AuditPanel({ onMyPages }: { onMyPages: () => void }) {
  const { t, i18n } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const [rows, setRows] = useState<AdminActionRecord[] | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [search, setSearch] = useState('')
  const reload = useCallback(
    () =>
      adminActions().then(
        (records) => {
          setRows(records)
          setFault(null)
        },
        (thrown: unknown) => setFault(toFault(thrown)),
      ),
    [],
  )
  useEffect(() => {
    void reload()
  }, [reload])
  const lower = (text: string) => text.toLocaleLowerCase(i18n.language)
  const wanted = lower(search.trim())
  const shown = rows?.filter((row) => lower([auditWords(t, row, true), ...auditFacts(t, format, row), row.reason].join(' ')).includes(wanted)) ?? []
  return (
    <div className={styles.panel}>
      {fault && <RefusedState fault={fault} onAgain={() => void reload()} onMyPages={onMyPages} />}
      {!rows && !fault && <Loading rows={6} />}
      {rows?.length === 0 && <EmptyState icon={<ClipboardTaskListLtrRegular />} title={t('administration.audit.empty')} text={t('administration.audit.emptyText')} testId="empty-audit" />}
      {rows && rows.length > 0 && (
        <>
          <SearchInput className={styles.search} placeholder={t('administration.audit.search')} value={search} onChange={setSearch} testId="field-search-audit" />
          {shown.length > 0 ? <AuditRows rows={shown} named /> : <Text role="status">{t('common.nothingFound', { search: search.trim() })}</Text>}
          {rows.length >= MOST && <Text className={styles.end}>{t('administration.audit.newest', { number: MOST })}</Text>}
        </>
      )}
    </div>
  )
}
