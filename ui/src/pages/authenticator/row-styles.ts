// How a row of the list is laid out: one line, and two where the list is narrow.

import { makeStyles, tokens } from '@fluentui/react-components'

export const useRowStyles = makeStyles({
  row: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '36px minmax(0, 1fr) 124px 144px 52px 32px',
    gridTemplateAreas: '"initial names code beside ring menu" "fault fault fault fault fault fault"',
    alignItems: 'center',
    columnGap: '12px',
    minHeight: '64px',
    boxSizing: 'border-box',
    padding: '8px 12px',
    // Rows beyond the edge cost neither style nor paint when the rings move.
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 64px',
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    '@container (max-width: 639px)': {
      gridTemplateColumns: '36px minmax(112px, auto) minmax(0, 1fr) 20px 32px',
      gridTemplateAreas: '"initial names names names menu" "initial code beside ring ring" "fault fault fault fault fault"',
      containIntrinsicSize: 'auto 88px',
    },
  },
  initial: {
    gridArea: 'initial',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '36px',
    height: '36px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontWeight: tokens.fontWeightSemibold,
  },
  names: { gridArea: 'names', display: 'flex', flexDirection: 'column', minWidth: 0 },
  first: { display: 'flex', alignItems: 'baseline', columnGap: '8px', minWidth: 0 },
  issuer: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontWeight: tokens.fontWeightSemibold },
  account: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  own: { display: 'flex', alignItems: 'center', alignSelf: 'center', columnGap: '4px', flexShrink: 0, color: tokens.colorBrandForeground1, fontSize: tokens.fontSizeBase200 },
  // The button reaches over the whole row; what else can be pressed lies above it.
  copy: {
    gridArea: 'code',
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    outline: 'none',
    '::after': { content: '""', position: 'absolute', inset: 0, borderRadius: tokens.borderRadiusMedium },
    ':focus-visible::after': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  unasked: { gridArea: 'code', color: tokens.colorNeutralForeground3 },
  code: { fontSize: '24px', lineHeight: '32px', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap', letterSpacing: '0.5px' },
  // Lets presses through to the row but for its own buttons.
  beside: { gridArea: 'beside', display: 'flex', flexDirection: 'column', alignItems: 'flex-start', minWidth: 0 },
  button: { position: 'relative', zIndex: 1 },
  next: { minWidth: 0, paddingInline: '6px', fontWeight: tokens.fontWeightRegular, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap', color: tokens.colorNeutralForeground2 },
  copied: { display: 'flex', minWidth: 0, alignItems: 'center', columnGap: '4px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground1 },
  ring: { gridArea: 'ring', pointerEvents: 'none', justifySelf: 'end' },
  menu: { gridArea: 'menu', position: 'relative', zIndex: 1 },
  fault: { gridArea: 'fault', position: 'relative', zIndex: 1, marginTop: '8px' },
})
