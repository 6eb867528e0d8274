// Tabs that may be too many for the width of the page: the last ones are in the menu *More*. The current one is always visible,
// and the arrow keys reach all of them.

import { Button, makeStyles, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, Overflow, OverflowItem, tokens, useOverflowMenu, useOverflowVisibility } from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down'
import { useEffect, useRef, type KeyboardEvent } from 'react'

import { Tab, tabOfKey, type OneTab } from './Tab'
import type { TabsProps } from './Tabs'
import { useLandmark } from './use-landmark'

/** Half the distance of two tabs. It is a padding: `Overflow` measures elements, and no gaps between them. */
const HALF = '12px'

const useStyles = makeStyles({
  edge: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  // The first text starts at the page's edge.
  row: { display: 'flex', alignItems: 'flex-end', marginInline: `-${HALF}` },
  list: { display: 'flex', minWidth: 0 },
  tab: { flexShrink: 0, paddingInline: HALF, '::after': { left: HALF, right: HALF } },
  // As high as a tab, so that the texts stand on one line.
  more: { flexShrink: 0, minWidth: 0, padding: `10px ${HALF}`, whiteSpace: 'nowrap', fontWeight: tokens.fontWeightRegular },
})

export interface ManyTabsProps<T extends string> extends TabsProps<T> {
  /** The name of the menu. */
  more: string
}

export function ManyTabs<T extends string>({ label, tabs, value, onChange, panel, more }: ManyTabsProps<T>) {
  const styles = useStyles()
  const list = useRef<HTMLDivElement>(null)
  const chosen = useRef(false)
  // The new tab may have been hidden until now.
  useEffect(() => {
    if (chosen.current) list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus()
    chosen.current = false
  }, [value])
  const choose = (next: T) => {
    chosen.current = next !== value
    onChange(next)
  }
  const press = (event: KeyboardEvent) => {
    const tab = tabOfKey(event.key, tabs, value)
    if (!tab) return
    event.preventDefault()
    choose(tab.value)
  }
  return (
    <div className={styles.edge}>
      <Overflow padding={0} minimumVisible={1}>
        <div className={styles.row}>
          <div ref={list} role="tablist" aria-label={label} className={styles.list}>
            {tabs.map((tab) => (
              <OverflowItem key={tab.value} id={tab.value} priority={tab.value === value ? 1 : 0}>
                <Tab tab={tab} current={tab.value === value} panel={panel} onPress={() => choose(tab.value)} onKeyDown={press} className={styles.tab} />
              </OverflowItem>
            ))}
          </div>
          <More tabs={tabs} text={more} onChoose={choose} />
        </div>
      </Overflow>
    </div>
  )
}

function More<T extends string>({ tabs, text, onChoose }: { tabs: OneTab<T>[]; text: string; onChoose: (value: T) => void }) {
  const styles = useStyles()
  const { ref, isOverflowing } = useOverflowMenu<HTMLButtonElement>()
  const { itemVisibility } = useOverflowVisibility()
  const { landmark, findLandmark } = useLandmark()
  if (!isOverflowing) return null
  return (
    <Menu mountNode={landmark}>
      <MenuTrigger disableButtonEnhancement>
        <Button
          ref={(button: HTMLButtonElement | null) => {
            ref.current = button
            findLandmark(button)
          }}
          appearance="transparent"
          className={styles.more}
          icon={<ChevronDownRegular />}
          iconPosition="after"
          data-testid="menu-more-tabs"
        >
          {text}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {tabs
            .filter((tab) => itemVisibility[tab.value] === false)
            .map((tab) => (
              <MenuItem key={tab.value} onClick={() => onChoose(tab.value)} data-testid={`more-${tab.testId}`}>
                {tab.text}
              </MenuItem>
            ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
