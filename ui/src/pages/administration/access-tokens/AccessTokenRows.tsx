// Tokens of programs, one row each.

import { makeStyles, mergeClasses, tokens as theme } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import type { AccessToken } from '../../../backend/access-tokens'
import { Action } from '../../../components/Action'
import { useNow } from '../../../state/clock'
import { useFormats } from '../../../state/format'
import { useRowStyles } from '../row-styles'
import { scopeKey } from './scope-words'

const MINUTE = 60_000

const useStyles = makeStyles({
  row: { flexDirection: 'row', flexWrap: 'wrap', alignItems: 'center', columnGap: '16px', rowGap: '8px' },
  words: { display: 'flex', flexDirection: 'column', flex: '1 1 260px', minWidth: 0 },
  name: { fontWeight: theme.fontWeightSemibold },
  unusable: { color: theme.colorStatusDangerForeground1 },
})

export interface AccessTokenRowsProps {
  rows: AccessToken[]
  blocked: string | null
  onRevoke: (token: AccessToken) => void
}

export function AccessTokenRows({ rows, blocked, onRevoke }: AccessTokenRowsProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const row = useRowStyles()
  const format = useFormats()
  const now = useNow(MINUTE)
  const lastUse = useLastUse()
  const state = ({ usable, createdBy, expiresDateTime }: AccessToken) => {
    const date = format.date(expiresDateTime)
    if (Date.parse(expiresDateTime) <= now) return t('accessTokens.expired', { date })
    return usable ? t('accessTokens.validUntil', { date }) : t('accessTokens.makerGone', { who: createdBy })
  }
  return (
    <ul className={row.list} aria-label={t('accessTokens.title')}>
      {rows.map((token) => (
        <li key={token.id} className={mergeClasses(row.row, styles.row)} data-testid="access-token-row">
          <div className={styles.words}>
            <span className={styles.name}>{token.displayName}</span>
            <span>{token.scopes.map((scope) => t(`accessTokens.scope.${scopeKey(scope)}.name`)).join(' · ')}</span>
            <span className={row.facts}>{`${lastUse(token)} · ${t('accessTokens.madeBy', { who: token.createdBy, date: format.date(token.createdDateTime) })}`}</span>
            <span className={mergeClasses(row.facts, !token.usable && styles.unusable)}>{state(token)}</span>
          </div>
          <Action danger blocked={blocked} name={t('accessTokens.revokeName', { name: token.displayName })} onPress={() => onRevoke(token)} testId="action-revoke-token">
            {t('accessTokens.revoke')}
          </Action>
        </li>
      ))}
    </ul>
  )
}

/** When and from where a token was used last. */
export function useLastUse(): (token: AccessToken) => string {
  const { t } = useTranslation()
  const format = useFormats()
  const now = useNow(MINUTE)
  return ({ lastUsedDateTime, lastUsedFrom }) => {
    if (!lastUsedDateTime) return t('common.neverUsed')
    const ago = format.ago(lastUsedDateTime, now)
    return lastUsedFrom ? t('accessTokens.usedFrom', { ago, address: lastUsedFrom }) : t('accessTokens.used', { ago })
  }
}
