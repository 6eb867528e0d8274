// People: searched while typing, filtered, selected, opened.

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise'
import { PeopleSearchRegular } from '@fluentui/react-icons/svg/people-search'
import { useEffect, useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import { useTranslation } from 'react-i18next'

import { people, type AdminUser } from '../../backend/administration'
import { Action } from '../../components/Action'
import { EmptyState } from '../../components/EmptyState'
import { Loading } from '../../components/Loading'
import { useOffline } from '../../components/offline'
import { SearchInput } from '../../components/SearchInput'
import type { BulkAct } from './acts'
import { BulkDialog } from './BulkDialog'
import { askedFor, type Filters } from './filters'
import { PeopleFilters } from './PeopleFilters'
import { PeopleList, type PeopleListHandle } from './PeopleList'
import { RefusedState } from './RefusedState'
import { SelectionBar } from './SelectionBar'
import { usePages, useSettled } from './use-pages'

/** The service stops counting here. */
const COUNTED = 10_000
/** More rows than this are not loaded. */
const MOST_ROWS = 2000
/** The help desk sees people only after this number of characters. */
const HELP_DESK_TYPES = 2

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
  search: { flexGrow: 1, flexBasis: '280px', maxWidth: '420px' },
  found: { color: tokens.colorNeutralForeground3, marginLeft: 'auto' },
  // The sticky part above the rows stays below menus and dialogs.
  rows: { display: 'flex', flexDirection: 'column', rowGap: '12px', isolation: 'isolate' },
  end: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '12px', color: tokens.colorNeutralForeground3 },
})

export interface PeoplePanelHandle {
  /** Reloads the list, and focuses a row. */
  comeBack: (index: number, changed: boolean) => void
  /** Shows the people who fit these filters alone. */
  show: (filters: Filters) => void
}

export interface PeoplePanelProps {
  /** An administrator, who sees all people and has bulk actions. */
  administers: boolean
  own: string
  onOpen: (people: AdminUser[], index: number) => void
  onMyPages: () => void
  ref?: Ref<PeoplePanelHandle>
}

export function PeoplePanel({ administers, own, onOpen, onMyPages, ref }: PeoplePanelProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const offline = useOffline()
  const [search, setSearch] = useState('')
  const [filters, setFilters] = useState<Filters>({})
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [bulk, setBulk] = useState<BulkAct | null>(null)
  const settled = useSettled(search)
  const asked = askedFor(settled, filters)
  const { list, fault, asking, loadMore, reload } = usePages(asked, people)
  const rows = useRef<PeopleListHandle>(null)
  const field = useRef<HTMLInputElement>(null)
  useImperativeHandle(ref, () => ({
    comeBack: (index, changed) => {
      if (changed) reload()
      requestAnimationFrame(() => rows.current?.focus(index))
    },
    show: (wanted) => {
      setSearch('')
      setFilters(wanted)
    },
  }))
  useEffect(() => field.current?.focus(), [])
  // A person who is no longer in the list is not selected.
  const shown = list?.rows ?? []
  const chosen = shown.filter((row) => selected.has(row.userPrincipalName))
  const narrowed = Object.keys(asked).length > 0
  const typesFirst = !administers && settled.trim().length < HELP_DESK_TYPES
  const press = (event: KeyboardEvent) => {
    if (event.key === 'F5') {
      event.preventDefault()
      reload()
    } else if (event.key === '/' && !(event.target instanceof HTMLInputElement)) {
      event.preventDefault()
      field.current?.focus()
    }
  }
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys are those of the list and the search inside
    <div className={styles.panel} onKeyDown={press}>
      <div className={styles.top}>
        <SearchInput ref={field} className={styles.search} placeholder={t('administration.people.search')} value={search} onChange={setSearch} testId="field-search-people" />
        <Text className={styles.found} role="status" data-testid="people-found">
          {list && !typesFirst && (administers ? foundWords() : t('administration.people.foundHelpDesk'))}
        </Text>
        <Action appearance="subtle" icon={<ArrowClockwiseRegular />} busy={asking && list !== null} name={t('administration.people.refresh')} onPress={reload} testId="action-refresh" />
      </div>
      {administers && <PeopleFilters filters={filters} onFilters={setFilters} />}
      {fault && <RefusedState fault={fault} onAgain={reload} onMyPages={onMyPages} />}
      {!list && !fault && <Loading rows={6} />}
      {list && !fault && shown.length === 0 && (
        <EmptyState
          icon={<PeopleSearchRegular />}
          title={t(typesFirst ? 'administration.people.typeTitle' : 'administration.people.nobodyTitle')}
          text={t(typesFirst ? 'administration.people.typeText' : 'administration.people.nobodyText')}
          testId={typesFirst ? 'empty-type-first' : 'empty-people'}
          action={
            narrowed && !typesFirst ? (
              <Action
                onPress={() => {
                  setSearch('')
                  setFilters({})
                }}
                testId="action-clear-all"
              >
                {t('administration.people.clearFilters')}
              </Action>
            ) : undefined
          }
        />
      )}
      {shown.length > 0 && !(fault?.code === 'insufficient_scope') && (
        <div className={styles.rows}>
          {chosen.length > 0 && <SelectionBar count={chosen.length} blocked={offline} onAct={setBulk} onClear={() => setSelected(new Set())} />}
          <PeopleList ref={rows} rows={shown} found={list?.found ?? 0} dim={asking || fault !== null} own={own} selected={administers ? selected : null} onSelected={setSelected} onOpen={(index) => onOpen(shown, index)} />
        </div>
      )}
      {list?.next && shown.length > 0 && (
        <div className={styles.end}>
          {shown.length < MOST_ROWS ? (
            <Action busy={asking} onPress={loadMore} testId="action-load-more">
              {t('administration.people.loadMore')}
            </Action>
          ) : (
            t('administration.people.tooMany', { number: MOST_ROWS })
          )}
        </div>
      )}
      {bulk && (
        <BulkDialog
          act={bulk}
          people={chosen}
          onClose={(changed) => {
            setBulk(null)
            if (changed) {
              setSelected(new Set())
              reload()
            }
          }}
        />
      )}
    </div>
  )

  function foundWords() {
    const found = list?.found ?? 0
    return found > COUNTED ? t('administration.people.foundMany') : t('administration.people.found', { count: found })
  }
}
