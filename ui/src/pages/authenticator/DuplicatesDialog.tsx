// Accounts that make the same codes: one of each stays, the others go to the trash.

import { Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { deleteAccounts, duplicateAccounts, type AccountRow } from '../../backend/authenticator'
import { Action } from '../../components/Action'
import { FaultBar } from '../../components/FaultBar'
import { FormDialog } from '../../components/FormDialog'
import { Loading } from '../../components/Loading'
import { useCommand } from '../../state/command'
import { useView } from '../../state/view'
import { nameOf } from './account-names'

const useStyles = makeStyles({
  groups: { display: 'flex', flexDirection: 'column', rowGap: '12px', maxHeight: '360px', overflowY: 'auto' },
  group: { display: 'flex', flexDirection: 'column', padding: '8px 12px', border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
})

export interface DuplicatesDialogProps {
  accounts: AccountRow[]
  onDeleted: (deleted: AccountRow[]) => void
  onClose: () => void
}

export function DuplicatesDialog({ accounts, onDeleted, onClose }: DuplicatesDialogProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { view, fault } = useView(duplicateAccounts)
  const { busy, fault: failed, run } = useCommand()
  const trouble = failed ?? fault
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null)
  const groups = (view ?? []).map((ids) => ids.flatMap((id) => accounts.find((account) => account.id === id) ?? []))
  // By default, the most used account of each group stays.
  const going = chosen ?? new Set(groups.flatMap((group) => group.filter((one) => one !== mostUsed(group))).map(({ id }) => id))
  const keepsNone = groups.some((group) => group.every(({ id }) => going.has(id)))
  const deleted = groups.flat().filter(({ id }) => going.has(id))

  const remove = async () => {
    if (await run(() => deleteAccounts(deleted.map(({ id }) => id)))) onDeleted(deleted)
  }
  const found = groups.length > 0
  return (
    <FormDialog
      title={t('accounts.duplicates.title')}
      testId="dialog-duplicates"
      onCancel={onClose}
      onSubmit={found ? () => void remove() : onClose}
      actions={
        found ? (
          <>
            <Action onPress={onClose} testId="action-cancel" autoFocus>
              {t('common.cancel')}
            </Action>
            <Action
              type="submit"
              appearance="primary"
              busy={busy}
              blocked={keepsNone ? t('accounts.duplicates.keepOne') : going.size === 0 ? t('accounts.selection.none') : null}
              testId="action-delete-duplicates"
            >
              {t('accounts.selection.delete')}
            </Action>
          </>
        ) : (
          <Action appearance="primary" onPress={onClose} testId="action-close" autoFocus>
            {t('common.close')}
          </Action>
        )
      }
    >
      {trouble && <FaultBar fault={trouble} />}
      {!view && !fault && <Loading />}
      {view && <Text>{found ? t('accounts.duplicates.text') : t('accounts.duplicates.nothing')}</Text>}
      {found && (
        <div className={styles.groups}>
          {groups.map((group) => (
            <div key={group[0]?.id} className={styles.group} role="group" aria-label={group[0] && nameOf(group[0])} data-testid="duplicate-group">
              {group.map((account) => (
                <Checkbox
                  key={account.id}
                  label={nameOf(account)}
                  checked={going.has(account.id)}
                  data-testid="duplicate"
                  onChange={(_, { checked }) => {
                    const next = new Set(going)
                    if (checked) next.add(account.id)
                    else next.delete(account.id)
                    setChosen(next)
                  }}
                />
              ))}
            </div>
          ))}
        </div>
      )}
    </FormDialog>
  )
}

const mostUsed = (group: AccountRow[]) => group.reduce((best, account) => (account.uses > best.uses ? account : best))
