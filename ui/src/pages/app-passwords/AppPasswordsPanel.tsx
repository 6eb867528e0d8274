// *app passwords*: the list, and its dialogs.

import { makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { KeyMultipleRegular } from '@fluentui/react-icons/svg/key-multiple'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { renameAppPassword } from '../../backend/renaming'
import type { AppPassword, AppPasswordsView } from '../../backend/app-passwords'
import { Action } from '../../components/Action'
import { EmptyState } from '../../components/EmptyState'
import { FaultBar } from '../../components/FaultBar'
import { Loading } from '../../components/Loading'
import { useNotify } from '../../components/notify'
import { useOffline } from '../../components/offline'
import { RenameDialog } from '../../components/RenameDialog'
import { SearchInput } from '../../components/SearchInput'
import { useNow } from '../../state/clock'
import { useCommand } from '../../state/command'
import { useIntent } from '../../state/destination'
import { changeSettings, useSettings } from '../../state/settings'
import type { Shown } from '../../state/view'
import { AppPasswordTable } from './AppPasswordTable'
import { CreateDialog } from './CreateDialog'
import { DeleteAllDialog } from './DeleteAllDialog'
import { DeleteDialog } from './DeleteDialog'
import { hasUsage, UNUSED_DAYS, usages, type Usage } from './filter'
import { pressed, sorted } from './sort'
import { UnavailableNotice } from './UnavailableNotice'

/** From this number on there is a search. */
const SEARCH_FROM = 6

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground3, maxWidth: '75ch' },
  bar: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  grow: { flexGrow: 1 },
  count: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

type Open = { kind: 'create' } | { kind: 'deleteAll' } | { kind: 'rename' | 'delete'; password: AppPassword } | null

export default function AppPasswordsPanel({ shown }: { shown: Shown<AppPasswordsView> }) {
  const { t, i18n } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const offline = useOffline()
  const [open, setOpen] = useState<Open>(null)
  const [search, setSearch] = useState('')
  const [usage, setUsage] = useState<Usage>('all')
  const now = useNow(60_000)
  const { appPasswordSort: sort } = useSettings()
  const sorting = useCommand()
  const { view, fault, reload } = shown
  const creatable = view?.unavailable === null || view?.unavailable === 'limit_reached'
  // The page explains why it is not available.
  useIntent('createAppPassword', view !== null, () => {
    if (creatable && !offline) setOpen({ kind: 'create' })
  })
  useIntent('deleteAppPasswords', view !== null, () => {
    if (view?.value.length && !offline) setOpen({ kind: 'deleteAll' })
  })
  if (!view) return fault ? <FaultBar fault={fault} /> : <Loading />

  const close = () => setOpen(null)
  const blocked = offline ?? (creatable ? null : t(`appPasswords.unavailable.${view.unavailable ?? 'limit_reached'}.why`))
  const wanted = search.trim().toLocaleLowerCase(i18n.language)
  const found = view.value.filter((row) => row.displayName.toLocaleLowerCase(i18n.language).includes(wanted) && hasUsage(row, usage, now))
  const rows = sorted(found, sort, i18n.language)
  const create = (
    <Action appearance="primary" icon={<AddRegular />} blocked={blocked} onPress={() => setOpen({ kind: 'create' })} testId="action-create" shortcut="new">
      {t('appPasswords.create')}
    </Action>
  )
  return (
    <>
      <Text className={styles.hint}>{t('appPasswords.hint')}</Text>
      {fault && <FaultBar fault={fault} intent="warning" />}
      {sorting.fault && <FaultBar fault={sorting.fault} />}
      {view.unavailable && <UnavailableNotice reason={view.unavailable} limit={view.limit} />}
      {view.value.length === 0 ? (
        <EmptyState icon={<KeyMultipleRegular />} title={t('appPasswords.emptyTitle')} text={t('appPasswords.emptyText')} action={create} testId="empty-app-passwords" />
      ) : (
        <>
          <div className={styles.bar}>
            {create}
            <span className={styles.grow} />
            {view.value.length >= SEARCH_FROM && (
              <>
                <Select aria-label={t('appPasswords.show')} value={usage} onChange={(_, { value }) => setUsage(value as Usage)} data-testid="field-usage">
                  {usages.map((one) => (
                    <option key={one} value={one}>
                      {t(`appPasswords.usages.${one}`, { days: UNUSED_DAYS })}
                    </option>
                  ))}
                </Select>
                <SearchInput placeholder={t('common.search')} value={search} onChange={setSearch} testId="field-search" />
              </>
            )}
            <Action appearance="subtle" danger blocked={offline} onPress={() => setOpen({ kind: 'deleteAll' })} testId="action-delete-all">
              {t('appPasswords.deleteAll')}
            </Action>
          </div>
          {rows.length > 0 ? (
            <AppPasswordTable
              rows={rows}
              sort={sort}
              onSort={(column) => void sorting.run(() => changeSettings({ appPasswordSort: pressed(sort, column) }))}
              blocked={offline}
              onRename={(password) => setOpen({ kind: 'rename', password })}
              onDelete={(password) => setOpen({ kind: 'delete', password })}
            />
          ) : (
            <Text role="status">{search.trim() ? t('common.nothingFound', { search: search.trim() }) : t('appPasswords.noneSoUsed')}</Text>
          )}
          <Text className={styles.count} data-testid="app-password-count">
            {t('appPasswords.countOf', { number: view.value.length, limit: view.limit })}
          </Text>
        </>
      )}
      {open?.kind === 'create' && <CreateDialog view={view} onChanged={reload} onClose={close} />}
      {open?.kind === 'rename' && (
        <RenameDialog
          name={open.password.displayName}
          work={async (name) => {
            await renameAppPassword(open.password.id, name)
            await reload()
          }}
          onCancel={close}
          onDone={() => {
            close()
            notify(t('rename.renamed'))
          }}
        />
      )}
      {open?.kind === 'delete' && <DeleteDialog password={open.password} onChanged={reload} onClose={close} />}
      {open?.kind === 'deleteAll' && (
        <DeleteAllDialog
          count={view.value.length}
          onChanged={reload}
          onClose={close}
          onDone={() => {
            close()
            notify(t('appPasswords.allDeleted'))
          }}
        />
      )}
    </>
  )
}
