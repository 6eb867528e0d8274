// The list of accounts, of which only the visible rows are rendered. It updates all rings; a row is rendered again only
// when it changes.

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useCallback, useMemo, useRef, type CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'

import type { AccountOptions } from '../../backend/app'
import type { AccountRow as Account } from '../../backend/authenticator'
import { FaultBar } from '../../components/FaultBar'
import { surfaces } from '../../components/surfaces'
import { AccountRow, type RowActions } from './AccountRow'
import { RingsContext, useRings } from './rings'
import { useCodes } from './use-codes'
import { useDrag, useDragged } from './use-drag'
import { useReveal } from './use-reveal'
import { rowKeys } from './row-keys'
import { useRowFocus } from './use-row-focus'
import type { RowNews } from './use-row-news'
import { useVirtualRows } from './use-virtual-rows'

const useStyles = makeStyles({
  list: {
    position: 'relative',
    flexShrink: 0,
    margin: 0,
    padding: 0,
    listStyle: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflow: 'hidden',
    containerType: 'inline-size',
  },
  place: { position: 'absolute', top: 0, left: 0, width: '100%', ':not([data-last])': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` }, boxSizing: 'border-box' },
  moving: { backgroundColor: surfaces.selected, boxShadow: surfaces.edge },
  line: { position: 'absolute', left: 0, right: 0, height: '2px', marginTop: '-1px', zIndex: 2, backgroundColor: tokens.colorCompoundBrandStroke, pointerEvents: 'none' },
})

export interface AccountListProps extends Omit<RowActions, 'onNextHotp' | 'onGrab'> {
  accounts: Account[]
  options: AccountOptions
  news: RowNews | null
  /** Null unless accounts are being selected. */
  selected: ReadonlySet<string> | null
  /** Null if the list is not in the person's own order. */
  onMove: ((id: string, to: number) => void) | null
  report: (id: string, thrown: unknown) => void
}

const nowhere = () => undefined

export function AccountList({ accounts, options, news, selected, onMove, report, ...actions }: AccountListProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const list = useRef<HTMLUListElement>(null)
  const places = useMemo(() => new Map(accounts.map(({ id }, index) => [id, index])), [accounts])

  const focus = useRowFocus(list, accounts)
  const inHand = useDragged()
  const [dragged] = inHand
  const { virtual, items, drawn } = useVirtualRows(list, accounts, [focus.focused, dragged?.id].map((id) => places.get(id ?? '') ?? -1))
  const onGrab = useDrag(virtual, accounts, inHand, onMove ?? nowhere)

  const hiding = options.hideCodes
  const reveal = useReveal(hiding ? options.hideAfterSeconds : null)
  const seen = useMemo(
    () => drawn.split(' ').flatMap((id) => accounts[places.get(id) ?? -1] ?? []),
    [drawn, accounts, places],
  )
  // The code of a hidden row is not requested.
  const asked = useMemo(() => (hiding ? seen.filter(({ id }) => id === reveal.revealed) : seen), [hiding, seen, reveal.revealed])
  const shown = useCodes(asked)
  const rings = useRings(shown.until)

  const { askNext } = shown
  const { show } = reveal
  const onNextHotp = useCallback(
    (id: string) => {
      show(id, true)
      void askNext(id).catch((thrown: unknown) => report(id, thrown))
    },
    [askNext, report, show],
  )
  const pointed = (target: EventTarget) => (target instanceof Element ? (target.closest<HTMLElement>('[data-account]')?.dataset.account ?? null) : null)

  const target = dragged && items.find(({ index }) => index === dragged.to)
  const downwards = dragged ? dragged.to > (places.get(dragged.id) ?? 0) : false
  return (
    <RingsContext value={rings}>
      {shown.fault && <FaultBar fault={shown.fault} />}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys and the pointer are for the rows inside, whose controls have names of their own */}
      <ul
        ref={list}
        className={styles.list}
        style={{ height: virtual.getTotalSize(), '--beside': besideCode(accounts, options) } as CSSProperties}
        aria-label={t('authenticator.accounts')}
        data-testid="account-list"
        onKeyDown={(event) => {
          if (selected === null) rowKeys(event, actions, onMove !== null)
          focus.onKeyDown(event)
        }}
        onFocus={(event) => {
          focus.onFocus(event)
          if (hiding) show(pointed(event.target))
        }}
        onBlur={focus.onBlur}
        onPointerOver={hiding ? (event) => show(pointed(event.target)) : undefined}
        onPointerLeave={hiding ? () => show(null) : undefined}
      >
        {items.map(({ index, key, start }) => {
          const account = accounts[index]
          if (!account) return null
          const hidden = hiding && reveal.revealed !== account.id
          const row = hidden ? undefined : shown.codes.get(account.id)
          const about = news?.id === account.id ? news : null
          const late = options.showNext && account.period !== null && shown.nearlyOver.has(account.period)
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              data-last={index === accounts.length - 1 ? '' : undefined}
              className={mergeClasses(styles.place, dragged?.id === account.id && styles.moving)}
              style={{ transform: `translateY(${start - virtual.options.scrollMargin}px)` }}
              aria-setsize={accounts.length}
              aria-posinset={index + 1}
            >
              <AccountRow
                account={account}
                code={row?.code ?? null}
                next={late ? (row?.nextCode ?? null) : null}
                copied={about !== null && about.fault === null}
                fault={about?.fault ?? null}
                selected={selected ? selected.has(account.id) : null}
                movable={onMove !== null && selected === null}
                {...actions}
                onNextHotp={onNextHotp}
                onGrab={onGrab}
              />
            </li>
          )
        })}
        {dragged && target && (
          <li aria-hidden className={styles.line} style={{ top: (downwards ? target.end : target.start) - virtual.options.scrollMargin }} data-testid="drop-line" />
        )}
      </ul>
    </RingsContext>
  )
}

/** The width beside the codes, for the next code or for the button that requests it. */
function besideCode(accounts: Account[], { showNext }: AccountOptions): string {
  if (showNext) return '144px'
  return accounts.some(({ kind }) => kind === 'hotp') ? '116px' : '0px'
}
