// The active filters, each with a button that removes it, and the menu that adds one.

import { Button, InteractionTag, InteractionTagPrimary, InteractionTagSecondary, makeStyles, Menu, MenuDivider, MenuGroup, MenuGroupHeader, MenuItemCheckbox, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { FilterAddRegular } from '@fluentui/react-icons/svg/filter-add'
import { useTranslation } from 'react-i18next'

import { methodKinds, roles } from '../../backend/generated/codes'
import { Action } from '../../components/Action'
import { useLandmark } from '../../components/use-landmark'
import { FILTERS, filterWords, NOT_REGISTERED_DAYS, type FilterName, type Filters } from './filters'

const STATES = ['enabled', 'enforced', 'disabled'] as const

const useStyles = makeStyles({ bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' } })

export function PeopleFilters({ filters, onFilters }: { filters: Filters; onFilters: (filters: Filters) => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { landmark, findLandmark } = useLandmark()
  const on = FILTERS.filter((name) => filters[name] !== undefined)
  const without = (name: FilterName) => Object.fromEntries(Object.entries(filters).filter(([key]) => key !== name)) as Filters
  const other = (['notRegisteredDays', 'blocked', 'locked'] as const).filter((name) => filters[name] !== undefined)
  const checked = { state: filters.state ? [filters.state] : [], method: filters.method ? [filters.method] : [], role: filters.role ? [filters.role] : [], other }
  const change = (name: string, items: string[]) => {
    if (name === 'other') {
      const kept = without('notRegisteredDays')
      delete kept.blocked
      delete kept.locked
      onFilters({
        ...kept,
        ...(items.includes('notRegisteredDays') ? { notRegisteredDays: NOT_REGISTERED_DAYS } : {}),
        ...(items.includes('blocked') ? { blocked: true as const } : {}),
        ...(items.includes('locked') ? { locked: true as const } : {}),
      })
    } else {
      onFilters({ ...filters, [name]: items[0] })
    }
  }
  return (
    <div className={styles.bar}>
      {on.map((name) => {
        const words = filterWords(t, filters, name)
        return (
          <InteractionTag key={name} size="small" appearance="brand" data-testid={`filter-${name}`}>
            <InteractionTagPrimary hasSecondaryAction onClick={() => onFilters(without(name))} tabIndex={-1}>
              {words}
            </InteractionTagPrimary>
            <InteractionTagSecondary aria-label={`${t('common.delete')}: ${words}`} onClick={() => onFilters(without(name))} data-testid={`remove-filter-${name}`} />
          </InteractionTag>
        )
      })}
      <Menu mountNode={landmark} checkedValues={checked} onCheckedValueChange={(_, { name, checkedItems }) => change(name, checkedItems)}>
        <MenuTrigger disableButtonEnhancement>
          <Button ref={findLandmark} size="small" icon={<FilterAddRegular />} data-testid="menu-add-filter">
            {t('administration.people.addFilter')}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuGroup>
              <MenuGroupHeader>{t('administration.people.filterState')}</MenuGroupHeader>
              {STATES.map((state) => (
                <MenuItemRadio key={state} name="state" value={state} data-testid={`filter-state-${state}`}>
                  {t(`administration.states.${state}`)}
                </MenuItemRadio>
              ))}
            </MenuGroup>
            <MenuDivider />
            <MenuGroup>
              <MenuGroupHeader>{t('administration.people.filterMethod')}</MenuGroupHeader>
              {methodKinds.map((kind) => (
                <MenuItemRadio key={kind} name="method" value={kind} data-testid={`filter-method-${kind}`}>
                  {t(`administration.methods.${kind}`)}
                </MenuItemRadio>
              ))}
            </MenuGroup>
            <MenuDivider />
            <MenuGroup>
              <MenuGroupHeader>{t('administration.people.filterOther')}</MenuGroupHeader>
              <MenuItemCheckbox name="other" value="notRegisteredDays" data-testid="filter-not-registered">
                {t('administration.people.notRegistered', { days: NOT_REGISTERED_DAYS })}
              </MenuItemCheckbox>
              <MenuItemCheckbox name="other" value="blocked" data-testid="filter-blocked">
                {t('administration.people.blocked')}
              </MenuItemCheckbox>
              <MenuItemCheckbox name="other" value="locked" data-testid="filter-locked">
                {t('administration.people.locked')}
              </MenuItemCheckbox>
            </MenuGroup>
            <MenuDivider />
            <MenuGroup>
              <MenuGroupHeader>{t('administration.people.filterRole')}</MenuGroupHeader>
              {roles.map((role) => (
                <MenuItemRadio key={role} name="role" value={role} data-testid={`filter-role-${role}`}>
                  {t(`administration.roles.${role}`)}
                </MenuItemRadio>
              ))}
            </MenuGroup>
          </MenuList>
        </MenuPopover>
      </Menu>
      {on.length > 0 && (
        <Action size="small" appearance="subtle" onPress={() => onFilters({})} testId="action-clear-filters">
          {t('administration.people.clearFilters')}
        </Action>
      )}
    </div>
  )
}
