// A bar above every page, as wide as its content.

import { makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  bar: { padding: '16px 32px 0', maxWidth: '880px', boxSizing: 'border-box', marginInline: 'auto', '@media (max-width: 559px)': { paddingInline: '16px' } },
})

export function TopBar({ children }: { children: ReactNode }) {
  return <div className={useStyles().bar}>{children}</div>
}
