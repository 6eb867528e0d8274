// The settings of the service. Changes are collected, shown with what they do, and saved together.

import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components'
import { SettingsRegular } from '@fluentui/react-icons/svg/settings'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Setting } from '../../../backend/administration'
import { Action } from '../../../components/Action'
import { EmptyState } from '../../../components/EmptyState'
import { Loading } from '../../../components/Loading'
import { useNotify } from '../../../components/notify'
import { useOffline } from '../../../components/offline'
import { SearchInput } from '../../../components/SearchInput'
import { Section } from '../../../components/Section'
import { useHold } from '../../../state/hold'
import { RefusedState } from '../RefusedState'
import { changedIn, isDefault, wrongIn } from './draft'
import { GroupLinks } from './GroupLinks'
import { groupNames, isKnown, keysOf } from './groups'
import { ReviewDialog } from './ReviewDialog'
import { hintOf, nameOf } from './setting-words'
import { SettingRow } from './SettingRow'
import { SettingsBar } from './SettingsBar'
import { useServiceSettings } from './use-service-settings'

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  search: { flexGrow: 1, flexBasis: '240px', maxWidth: '420px' },
  group: { scrollMarginTop: '40px', outline: 'none' },
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflow: 'hidden',
    '& > * + *': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
})

export interface SettingsPanelProps {
  onUnsaved: (unsaved: boolean) => void
  onMyPages: () => void
}

export function SettingsPanel({ onUnsaved, onMyPages }: SettingsPanelProps) {
  const { t, i18n } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const offline = useOffline()
  const { read, edits, fault, load, save, edit, revert, discard } = useServiceSettings()
  const [search, setSearch] = useState('')
  const [onlySet, setOnlySet] = useState(false)
  const [reviewed, setReviewed] = useState(false)
  const sections = useRef<Partial<Record<string, HTMLElement | null>>>({})
  const field = useRef<HTMLInputElement>(null)

  const settings = read?.value ?? []
  const changes = changedIn(settings, edits)
  const wrong = settings.some((setting) => wrongIn(setting, edits[setting.key]))
  const unsaved = changes.length > 0
  useHold(unsaved ? 'serviceSettings' : null)
  useEffect(() => onUnsaved(unsaved), [onUnsaved, unsaved])

  const lower = (text: string) => text.toLocaleLowerCase(i18n.language)
  const wanted = lower(search.trim())
  const isShown = (setting: Setting, group: string) =>
    (!onlySet || !isDefault(setting, edits) || setting.key in edits) && lower([nameOf(t, setting.key), hintOf(t, setting.key), setting.key, group].join(' ')).includes(wanted)
  const other = settings.filter(({ key }) => !isKnown(key)).map(({ key }) => key)
  const groups = [...groupNames.map((name) => ({ name, title: t(`serviceSettings.groups.${name}`), keys: keysOf(name) })), { name: 'other', title: t('serviceSettings.groups.other'), keys: other }]
  const shown = groups
    .map((group) => ({ ...group, rows: group.keys.flatMap((key) => settings.filter((setting) => setting.key === key && isShown(setting, group.title))) }))
    .filter(({ rows }) => rows.length > 0)
  const goTo = (name: string) => {
    const section = sections.current[name]
    section?.scrollIntoView({ block: 'start' })
    section?.focus()
  }

  return (
    <div className={styles.panel} data-testid="service-settings" data-unfinished={unsaved || undefined}>
      {fault && <RefusedState fault={fault} onAgain={() => void load()} onMyPages={onMyPages} />}
      {!read && !fault && <Loading rows={6} />}
      {read && (
        <>
          <div className={styles.top}>
            <SearchInput ref={field} className={styles.search} placeholder={t('serviceSettings.search')} value={search} onChange={setSearch} testId="field-search-settings" />
            <ToggleButton checked={onlySet} onClick={() => setOnlySet(!onlySet)} data-testid="filter-changed-from-default">
              {t('serviceSettings.onlySet')}
            </ToggleButton>
          </div>
          {shown.length > 1 && <GroupLinks groups={shown} onGo={goTo} />}
          {shown.map(({ name, title, rows }) => (
            <div key={name} ref={(element) => void (sections.current[name] = element)} tabIndex={-1} className={styles.group} data-testid={`group-${name}`}>
              <Section title={title}>
                <div className={styles.card}>
                  {rows.map((setting) => (
                    <SettingRow key={setting.key} setting={setting} edits={edits} onEdit={(typed) => edit(setting.key, typed)} onRevert={() => revert(setting.key)} />
                  ))}
                </div>
              </Section>
            </div>
          ))}
          {shown.length === 0 && (
            <EmptyState
              icon={<SettingsRegular />}
              title={t('serviceSettings.nothingTitle')}
              text={t('serviceSettings.nothingText')}
              testId="empty-settings"
              action={
                <Action
                  onPress={() => {
                    setSearch('')
                    setOnlySet(false)
                    field.current?.focus()
                  }}
                  testId="action-all-settings"
                >
                  {t('serviceSettings.showAll')}
                </Action>
              }
            />
          )}
        </>
      )}
      {unsaved && (
        <SettingsBar count={changes.length} blocked={offline ?? (wrong ? t('serviceSettings.wrong.first') : null)} onDiscard={discard} onReview={() => setReviewed(true)} />
      )}
      {reviewed && read && (
        <ReviewDialog
          settings={settings}
          edits={edits}
          onSave={save}
          onClose={() => setReviewed(false)}
          onDiscard={() => {
            setReviewed(false)
            discard()
          }}
          onSaved={() => {
            setReviewed(false)
            notify(t('serviceSettings.saved'))
            field.current?.focus()
          }}
        />
      )}
    </div>
  )
}
