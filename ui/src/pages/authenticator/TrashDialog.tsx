// The trash: its accounts can be restored or erased; after some days they are erased automatically. The focus starts on
// the button that restores the first one.

import { Dropdown, Field, makeStyles, Option, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { eraseAccounts, onAuthenticatorChanged, restoreAccounts, trash, type TrashRow } from '../../backend/authenticator'
import { Action } from '../../components/Action'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { FaultBar } from '../../components/FaultBar'
import { FormDialog } from '../../components/FormDialog'
import { Loading } from '../../components/Loading'
import { useCommand } from '../../state/command'
import { useFormats } from '../../state/format'
import { changeSettings, useSettings } from '../../state/settings'
import { useView } from '../../state/view'
import { nameOf } from './account-names'

const DAYS = [7, 30, 90, 365, null]

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: '4px', margin: 0, padding: 0, listStyle: 'none', maxHeight: '320px', overflowY: 'auto' },
  row: { display: 'flex', alignItems: 'center', columnGap: '8px', padding: '4px 0' },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  soft: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

export function TrashDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const { accounts: options } = useSettings()
  const { view, fault, reload } = useView(trash, onAuthenticatorChanged)
  const { busy, fault: failed, run } = useCommand()
  const trouble = failed ?? fault
  const [erasing, setErasing] = useState<TrashRow[] | null>(null)
  const rows = view ?? []

  const restore = (ids: string[]) =>
    void run(async () => {
      await restoreAccounts(ids)
      await reload()
    })
  const days = (number: number | null) => (number === null ? t('accounts.trash.never') : t('accounts.trash.days', { number }))
  if (erasing) {
    return (
      <ConfirmDialog
        title={t('accounts.trash.eraseTitle')}
        text={t('accounts.trash.eraseText', { names: erasing.map(nameOf).join('; ') })}
        yes={t('accounts.trash.erase')}
        no={t('common.cancel')}
        danger
        testId="dialog-erase"
        onYes={() => eraseAccounts(erasing.map(({ id }) => id))}
        onDone={() => {
          setErasing(null)
          void reload()
        }}
        onNo={() => setErasing(null)}
      />
    )
  }
  return (
    <FormDialog
      title={t('accounts.trash.title')}
      testId="dialog-trash"
      wide
      onCancel={onClose}
      onSubmit={onClose}
      actions={
        <>
          {rows.length > 1 && (
            <Action danger busy={busy} onPress={() => setErasing(rows)} testId="action-empty-trash">
              {t('accounts.trash.empty')}
            </Action>
          )}
          <Action appearance="primary" onPress={onClose} testId="action-close" autoFocus={rows.length === 0}>
            {t('common.close')}
          </Action>
        </>
      }
    >
      {trouble && <FaultBar fault={trouble} />}
      {!view && !fault && <Loading />}
      {view && rows.length === 0 && <Text>{t('accounts.trash.nothing')}</Text>}
      {rows.length > 0 && (
        <ul className={styles.list}>
          {rows.map((row, place) => (
            <li key={row.id} className={styles.row} data-testid="trash-row">
              <span className={styles.words}>
                <Text>{nameOf(row)}</Text>
                <span className={styles.soft}>
                  {row.erased
                    ? t('accounts.trash.deletedUntil', { deleted: format.date(row.deleted), erased: format.date(row.erased) })
                    : t('accounts.trash.deleted', { deleted: format.date(row.deleted) })}
                </span>
              </span>
              <Action size="small" busy={busy} onPress={() => restore([row.id])} name={t('accounts.trash.restoreName', { name: nameOf(row) })} testId="action-restore" autoFocus={place === 0}>
                {t('accounts.trash.restore')}
              </Action>
              <Action size="small" appearance="subtle" danger onPress={() => setErasing([row])} name={t('accounts.trash.eraseName', { name: nameOf(row) })} testId="action-erase">
                {t('accounts.trash.erase')}
              </Action>
            </li>
          ))}
        </ul>
      )}
      {view && (
        <Field label={t('accounts.trash.after')}>
          <Dropdown
            inlinePopup
            data-testid="field-trash-days"
            value={days(options.trashDays)}
            selectedOptions={[String(options.trashDays)]}
            onOptionSelect={(_, { optionValue }) => {
              const trashDays = optionValue === 'null' ? null : Number(optionValue)
              void run(async () => {
                await changeSettings({ accounts: { ...options, trashDays } })
                await reload()
              })
            }}
          >
            {DAYS.map((number) => (
              <Option key={String(number)} value={String(number)}>
                {days(number)}
              </Option>
            ))}
          </Dropdown>
        </Field>
      )}
    </FormDialog>
  )
}
