// Options for showing the list, and actions on all accounts.

import { Button, Menu, MenuDivider, MenuGroup, MenuGroupHeader, MenuItem, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { ArrowExportRegular } from '@fluentui/react-icons/svg/arrow-export'
import { ArrowImportRegular } from '@fluentui/react-icons/svg/arrow-import'
import { CheckboxCheckedRegular } from '@fluentui/react-icons/svg/checkbox-checked'
import { DeleteRegular } from '@fluentui/react-icons/svg/delete'
import { DocumentCopyRegular } from '@fluentui/react-icons/svg/document-copy'
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import { OptionsRegular } from '@fluentui/react-icons/svg/options'
import { TagMultipleRegular } from '@fluentui/react-icons/svg/tag-multiple'
import { useTranslation } from 'react-i18next'

import type { AccountSort } from '../../backend/app'
import { useLandmark } from '../../components/use-landmark'

const sorts: AccountSort[] = ['own', 'name', 'recent', 'mostUsed']

export type ListDialog = 'export' | 'options' | 'trash' | 'tags' | 'duplicates'

export interface ViewMenuProps {
  sort: AccountSort
  trashed: number
  /** There are accounts to sort, select and compare. */
  accounts: boolean
  tags: boolean
  onSort: (sort: AccountSort) => void
  onSelect: () => void
  onImport: () => void
  onOpen: (dialog: ListDialog) => void
}

export function ViewMenu({ sort, trashed, accounts, tags, onSort, onSelect, onImport, onOpen }: ViewMenuProps) {
  const { t } = useTranslation()
  const { landmark, findLandmark } = useLandmark()
  return (
    <Menu mountNode={landmark} checkedValues={{ sort: [sort] }} onCheckedValueChange={(_, { checkedItems }) => onSort((checkedItems[0] as AccountSort | undefined) ?? sort)}>
      <MenuTrigger disableButtonEnhancement>
        <Button ref={findLandmark} icon={<MoreHorizontalRegular />} aria-label={t('accounts.view.more')} data-testid="menu-view" />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {accounts && (
            <>
              <MenuGroup>
                <MenuGroupHeader>{t('accounts.view.sort')}</MenuGroupHeader>
                {sorts.map((name) => (
                  <MenuItemRadio key={name} name="sort" value={name} data-testid={`sort-${name}`}>
                    {t(`accounts.view.sorts.${name}`)}
                  </MenuItemRadio>
                ))}
              </MenuGroup>
              <MenuDivider />
              <MenuItem icon={<CheckboxCheckedRegular />} onClick={onSelect} data-testid="action-select-accounts">
                {t('accounts.view.select')}
              </MenuItem>
            </>
          )}
          {tags && (
            <MenuItem icon={<TagMultipleRegular />} onClick={() => onOpen('tags')} data-testid="action-tags">
              {t('accounts.view.tags')}
            </MenuItem>
          )}
          {accounts && (
            <MenuItem icon={<DocumentCopyRegular />} onClick={() => onOpen('duplicates')} data-testid="action-duplicates">
              {t('accounts.view.duplicates')}
            </MenuItem>
          )}
          <MenuItem icon={<ArrowImportRegular />} onClick={onImport} data-testid="action-import-file">
            {t('importing.menu')}
          </MenuItem>
          <MenuItem icon={<ArrowExportRegular />} onClick={() => onOpen('export')} data-testid="action-export-file">
            {t('exporting.menu')}
          </MenuItem>
          <MenuItem icon={<DeleteRegular />} onClick={() => onOpen('trash')} data-testid="action-trash">
            {trashed > 0 ? t('accounts.view.trashWith', { number: trashed }) : t('accounts.view.trash')}
          </MenuItem>
          <MenuItem icon={<OptionsRegular />} onClick={() => onOpen('options')} data-testid="action-options">
            {t('accounts.view.options')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
