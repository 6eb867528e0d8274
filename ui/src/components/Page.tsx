// A page: its heading, and its content in a readable width.

import { makeStyles, mergeClasses, tokens, Title2 } from '@fluentui/react-components'
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  page: {
    maxWidth: '880px',
    boxSizing: 'border-box',
    marginInline: 'auto',
    padding: '28px 32px 40px',
    display: 'flex',
    flexDirection: 'column',
    rowGap: '16px',
    '@media (min-width: 560px) and (max-width: 759px)': { padding: '24px 24px 32px' },
    '@media (max-width: 559px)': { padding: '16px 16px 24px' },
  },
  heading: { fontSize: tokens.fontSizeHero700, lineHeight: '36px', margin: 0, '@media (max-width: 559px)': { fontSize: tokens.fontSizeBase600, lineHeight: '32px' } },
  // The parent page has a link as large as the heading, so that nothing moves.
  path: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '10px' },
  above: {
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    font: 'inherit',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  arrow: { display: 'flex', fontSize: '20px', color: tokens.colorNeutralForeground3 },
  narrow: { maxWidth: '504px' },
  middle: { maxWidth: '704px' },
})

export interface PageProps {
  title: string
  testId: string
  /** The parent page. */
  above?: { title: string; onBack: () => void }
  /** Centred cards, as at sign-in and in the wizard, are narrower. */
  width?: 'full' | 'middle' | 'narrow'
  /** The page shows its heading inside a card. */
  headingInside?: boolean
  /** Unfinished: no other page opens automatically. */
  unfinished?: boolean
  children: ReactNode
}

export function Page({ title, testId, above, width = 'full', headingInside = false, unfinished = false, children }: PageProps) {
  const styles = useStyles()
  const narrowed = { full: undefined, middle: styles.middle, narrow: styles.narrow }[width]
  return (
    <div className={mergeClasses(styles.page, narrowed)} data-testid={testId} data-unfinished={unfinished || undefined}>
      {!headingInside && (
        <Title2 as="h1" className={mergeClasses(styles.heading, above && styles.path)}>
          {above && (
            <>
              <button type="button" className={styles.above} onClick={above.onBack} data-testid="action-back">
                {above.title}
              </button>
              <span className={styles.arrow} aria-hidden>
                <ChevronRightRegular />
              </span>
            </>
          )}
          <span>{title}</span>
        </Title2>
      )}
      {children}
    </div>
  )
}
