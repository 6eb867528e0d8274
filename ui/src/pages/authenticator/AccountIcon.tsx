// The icon of a row: the person's picture, the issuer's logo, or the first letter of its name.

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useMemo, useState } from 'react'

import type { AccountRow } from '../../backend/authenticator'
import { fetchPart } from '../../components/on-demand'
import { initialOf } from './account-names'
import { brandOf, outlineAtOnce, outlineOf } from './brands'
import { useAccountPicture } from './use-account-picture'

const useStyles = makeStyles({
  sign: {
    display: 'flex',
    flexShrink: 0,
    alignItems: 'center',
    justifyContent: 'center',
    width: '36px',
    height: '36px',
    borderRadius: tokens.borderRadiusCircular,
    overflow: 'hidden',
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontWeight: tokens.fontWeightSemibold,
  },
  // Logos have the colour of text: half of the brand colours are invisible in dark mode.
  brand: { backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForeground1, fill: 'currentColor' },
  picture: { backgroundColor: 'transparent', '> img': { width: '100%', height: '100%', objectFit: 'contain' } },
})

export interface AccountIconProps {
  account: Pick<AccountRow, 'id' | 'issuer' | 'account' | 'picture'>
  className?: string
}

export function AccountIcon({ account, className }: AccountIconProps) {
  const styles = useStyles()
  const picture = useAccountPicture(account)
  const brand = useMemo(() => brandOf(account.issuer), [account.issuer])
  if (picture) {
    return (
      <span className={mergeClasses(styles.sign, styles.picture, className)} aria-hidden data-testid="icon-picture">
        <img src={picture} alt="" />
      </span>
    )
  }
  return (
    <span className={mergeClasses(styles.sign, brand !== undefined && styles.brand, className)} aria-hidden data-testid={brand ? 'icon-brand' : 'icon-initial'}>
      {brand ? <Sign key={brand} brand={brand} /> : initialOf(account)}
    </span>
  )
}

/** Its place stays empty until it is read: a letter that gives way to a sign would flicker. */
function Sign({ brand }: { brand: string }) {
  const [outline, setOutline] = useState(() => outlineAtOnce(brand))
  useEffect(() => {
    let left = false
    if (!outline)
      void fetchPart(() => outlineOf(brand)).then(
        (read) => {
          if (!left) setOutline(read)
        },
        () => undefined,
      )
    return () => {
      left = true
    }
  }, [brand, outline])
  return (
    <svg width="20" height="20" viewBox="0 0 24 24">
      {outline && <path d={outline} />}
    </svg>
  )
}
