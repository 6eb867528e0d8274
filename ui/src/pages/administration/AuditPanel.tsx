// The audit log: actions of administrators and the help desk, in the app and on the command line.

import { makeStyles, Text } from '@fluentui/react-components'
import { ClipboardTaskListLtrRegular } from '@fluentui/react-icons/svg/clipboard-task-list-ltr'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { adminActions } from '../../backend/administration'
import { Action } from '../../components/Action'
import { EmptyState } from '../../components/EmptyState'
import { Loading } from '../../components/Loading'
import { SearchInput } from '../../components/SearchInput'
import { useFormats } from '../../state/format'
import { auditFacts, auditWords } from './audit-words'
import { AuditRows } from './AuditRows'
import { RefusedState } from './RefusedState'
import { usePages } from './use-pages'

/** The rows of a page. The search is in the rows that are loaded. */
const ASKED = { top: 500 }

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
  search: { maxWidth: '420px' },
})

export function AuditPanel({ onMyPages }: { onMyPages: () => void }) {
  const { t, i18n } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const { list, fault, asking, loadMore, reload } = usePages(ASKED, adminActions)
  const rows = list?.rows
  const [search, setSearch] = useState('')
  const lower = (text: string) => text.toLocaleLowerCase(i18n.language)
  const wanted = lower(search.trim())
  const shown = rows?.filter((row) => lower([auditWords(t, row, true), ...auditFacts(t, format, row), row.reason].join(' ')).includes(wanted)) ?? []
  return (
    <div className={styles.panel}>
      {fault && <RefusedState fault={fault} onAgain={reload} onMyPages={onMyPages} />}
      {!rows && !fault && <Loading rows={6} />}
      {rows?.length === 0 && <EmptyState icon={<ClipboardTaskListLtrRegular />} title={t('administration.audit.empty')} text={t('administration.audit.emptyText')} testId="empty-audit" />}
      {rows && rows.length > 0 && (
        <>
          <SearchInput className={styles.search} placeholder={t('administration.audit.search')} value={search} onChange={setSearch} testId="field-search-audit" />
          {shown.length > 0 ? <AuditRows rows={shown} named /> : <Text role="status">{t('common.nothingFound', { search: search.trim() })}</Text>}
          {list?.next && (
            <div>
              <Action busy={asking} onPress={loadMore} testId="action-load-more-audit">
                {t('administration.people.loadMore')}
              </Action>
            </div>
          )}
        </>
      )}
    </div>
  )
}
