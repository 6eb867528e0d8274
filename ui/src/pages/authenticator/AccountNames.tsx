// The text of a row besides the code: names, tags, the beginning of the note, and for a moment that its code was
// copied.

import { BuildingRegular } from '@fluentui/react-icons/svg/building'
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark'
import { NoteRegular } from '@fluentui/react-icons/svg/note'
import { PinRegular } from '@fluentui/react-icons/svg/pin'
import { WarningRegular } from '@fluentui/react-icons/svg/warning'
import { useTranslation } from 'react-i18next'

import type { AccountRow } from '../../backend/authenticator'
import { useRowStyles } from './row-styles'

export function AccountNames({ account, copied }: { account: AccountRow; copied: boolean }) {
  const { t } = useTranslation()
  const styles = useRowStyles()
  const { issuer, tags, note } = account
  return (
    <div className={styles.names}>
      <div className={styles.first}>
        <span className={styles.issuer} data-testid="issuer">{issuer || account.account}</span>
        {account.pinned && (
          <span className={styles.mark} role="img" aria-label={t('authenticator.row.pinned')} data-testid="pinned">
            <PinRegular aria-hidden />
          </span>
        )}
        {account.gone && (
          <span className={styles.gone} data-testid="gone">
            <WarningRegular aria-hidden />
            {t('authenticator.gone.mark')}
          </span>
        )}
        {account.ownOrganization && !account.gone && (
          <span className={styles.own} data-testid="own-organization">
            <BuildingRegular aria-hidden />
            {t('authenticator.ownOrganization')}
          </span>
        )}
      </div>
      {copied ? (
        <span className={styles.copied} data-testid="copied">
          <CheckmarkRegular aria-hidden />
          {t('authenticator.row.copied')}
        </span>
      ) : (
        <div className={styles.second}>
          {issuer && account.account && <span className={styles.account}>{account.account}</span>}
          {tags.map((tag) => (
            <span key={tag} className={styles.tag} data-testid="tag">
              {tag}
            </span>
          ))}
          {note && (
            <span className={styles.note} data-testid="note">
              <NoteRegular aria-hidden />
              <span className={styles.noteText}>{note}</span>
            </span>
          )}
        </div>
      )}
    </div>
  )
}
