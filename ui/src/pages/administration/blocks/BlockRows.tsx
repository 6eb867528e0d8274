// Blocks, one row each: whose, why, by whom and since when, and its end.

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import type { PersonBlock } from '../../../backend/sign-in-log'
import { Action } from '../../../components/Action'
import { useOffline } from '../../../components/offline'
import { useFormats } from '../../../state/format'
import { useRowStyles } from '../row-styles'

const useStyles = makeStyles({
  row: { flexDirection: 'row', flexWrap: 'wrap', alignItems: 'center', columnGap: '16px', rowGap: '8px' },
  words: { display: 'flex', flexDirection: 'column', flex: '1 1 260px', minWidth: 0 },
  name: { fontWeight: tokens.fontWeightSemibold },
})

export interface BlockRowsProps {
  rows: PersonBlock[]
  /** Absent for people who may only read. */
  onUnblock?: (block: PersonBlock) => void
}

export function BlockRows({ rows, onUnblock }: BlockRowsProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const row = useRowStyles()
  const format = useFormats()
  const offline = useOffline()
  const end = ({ cause, state, endsDateTime, liftedBy, liftedDateTime, liftReason }: PersonBlock) => {
    if (liftedDateTime) return t('blocks.lifted', { who: liftedBy, time: format.dateTime(liftedDateTime), reason: liftReason })
    if (cause === 'directory') return t('blocks.untilDirectory')
    return t(state === 'open' ? 'blocks.until' : 'blocks.ended', { time: format.dateTime(endsDateTime) })
  }
  return (
    <ul className={row.list} aria-label={t('blocks.blocked')}>
      {rows.map((block) => (
        <li key={block.id} className={mergeClasses(row.row, styles.row)} data-testid="block-row">
          <div className={styles.words}>
            <span>
              <span className={styles.name}>{block.displayName}</span> {block.userPrincipalName}
            </span>
            <span>{t(`blocks.by.${block.cause}`, { who: block.blockedBy, time: format.dateTime(block.blockedDateTime) })}</span>
            {block.cause === 'administrator' && <span className={row.facts}>{`"${block.reason}"`}</span>}
            <span className={row.facts}>{end(block)}</span>
          </div>
          {onUnblock && block.state === 'open' && (
            <Action blocked={offline} name={t('blocks.unblockName', { name: block.displayName })} onPress={() => onUnblock(block)} testId="action-unblock">
              {t('administration.actions.unblock')}
            </Action>
          )}
        </li>
      ))}
    </ul>
  )
}
