// Actions of administrators, one row each: the action, its subject, the administrator, the time, and the reason.

import { useTranslation } from 'react-i18next'

import type { AdminActionRecord } from '../../backend/administration'
import { useFormats } from '../../state/format'
import { auditFacts, auditWords } from './audit-words'
import { useRowStyles } from './row-styles'

export function AuditRows({ rows, named = false }: { rows: AdminActionRecord[]; named?: boolean }) {
  const { t } = useTranslation()
  const row = useRowStyles()
  const format = useFormats()
  return (
    <ul className={row.list}>
      {rows.map((record) => (
        <li key={record.id} className={row.row} data-testid="audit-row">
          <span>{auditWords(t, record, named)}</span>
          <span className={row.facts}>{auditFacts(t, format, record).join(' · ')}</span>
          {record.callerCheck && <span className={record.callerCheck === 'unverified' ? row.wrong : row.facts}>{t(`callers.checks.${record.callerCheck}`)}</span>}
          {record.reason && <span className={row.facts}>{`"${record.reason}"`}</span>}
        </li>
      ))}
    </ul>
  )
}
