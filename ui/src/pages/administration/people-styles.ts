// The layout of the list of people: columns in a wide window, one below the other in a narrow one.

import { makeStyles, tokens } from '@fluentui/react-components'

import { surfaces } from '../../components/surfaces'

const columns = '40px minmax(0, 25fr) minmax(0, 13fr) minmax(0, 14fr) minmax(0, 12fr) 28px'

export const usePeopleStyles = makeStyles({
  grid: { backgroundColor: tokens.colorNeutralBackground1, border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusLarge, overflow: 'hidden' },
  dim: { opacity: 0.6 },
  row: {
    display: 'grid',
    gridTemplateColumns: columns,
    alignItems: 'center',
    minHeight: '60px',
    boxSizing: 'border-box',
    paddingInline: '8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    // Rows outside the visible area are not rendered.
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 60px',
    cursor: 'pointer',
    outline: 'none',
    ':hover': { backgroundColor: surfaces.hover },
    ':focus-visible': { boxShadow: `inset 0 0 0 2px ${tokens.colorStrokeFocus2}` },
    '@media (max-width: 559px)': { gridTemplateColumns: '40px minmax(0, 1fr) 28px' },
  },
  selected: { backgroundColor: surfaces.selected },
  head: {
    minHeight: '40px',
    borderTop: 'none',
    cursor: 'default',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { backgroundColor: 'transparent' },
  },
  cell: { paddingInline: '8px', minWidth: 0, overflowWrap: 'anywhere', '@media (max-width: 559px)': { display: 'none' } },
  name: { display: 'flex', flexDirection: 'column', minWidth: 0, paddingInline: '8px', paddingBlock: '8px' },
  first: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px' },
  below: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
  narrow: { display: 'none', '@media (max-width: 559px)': { display: 'block' } },
  quiet: { color: tokens.colorNeutralForeground3 },
  arrow: { display: 'flex', justifyContent: 'center', color: tokens.colorNeutralForeground3 },
})
