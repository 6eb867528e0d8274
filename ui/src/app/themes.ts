// The themes: Fluent's, with Proofup's teal and the fonts of the active language.

import { createDarkTheme, createLightTheme, teamsHighContrastTheme, type BrandVariants, type Theme } from '@fluentui/react-components'

import type { SystemTheme } from '../backend/app'
import type { SurfaceColors } from '../components/surfaces'

/** From nearly black to nearly white; 80 has white text, 110 is on dark grey, both with a contrast of 4.5:1 or more. */
const teal: BrandVariants = {
  10: '#020707',
  20: '#0a1d1e',
  30: '#0b3133',
  40: '#0a4042',
  50: '#084f52',
  60: '#075f61',
  70: '#0a6c6e',
  80: '#127879',
  90: '#2a8a8a',
  100: '#429c9b',
  110: '#59aead',
  120: '#72c0be',
  130: '#8dd1cf',
  140: '#a8e1df',
  150: '#c5f0ee',
  160: '#e2faf9',
}

const latin = "'Segoe UI Variable Text', 'Segoe UI', 'Adwaita Sans', Cantarell, Ubuntu, 'Noto Sans'"
// The system's own font first: each missing name is searched among all fonts before the first letter is drawn. For
// Chinese the list is explicit, because the system's font might have the glyphs of another region.
const fonts: Record<string, string> = {
  en: `system-ui, ${latin}, sans-serif`,
  nl: `system-ui, ${latin}, sans-serif`,
  'zh-TW': `${latin}, 'Microsoft JhengHei UI', 'PingFang TC', 'Noto Sans TC', 'Noto Sans CJK TC', sans-serif`,
  'zh-CN': `${latin}, 'Microsoft YaHei UI', 'PingFang SC', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif`,
}

const monospaced = 'ui-monospace, monospace'

const light = createLightTheme(teal)
const dark = createDarkTheme(teal)
const shades: Record<SystemTheme | 'highContrast', Theme & SurfaceColors> = {
  light: { ...light, colorNeutralForeground3: '#595959', colorNeutralForeground4: '#666666', surfaceHover: '#f2f2f2', surfaceSelected: '#ebebeb', surfaceEdge: 'transparent' },
  dark: {
    ...dark,
    colorBrandForeground1: teal[120],
    colorBrandForeground2: teal[130],
    colorBrandForegroundLink: teal[120],
    // Fluent's own colour has 4.1:1 on a card.
    colorStatusDangerForeground1: '#f4868f',
    surfaceHover: '#383838',
    surfaceSelected: '#333333',
    surfaceEdge: 'transparent',
  },
  highContrast: { ...teamsHighContrastTheme, surfaceHover: '#000000', surfaceSelected: '#000000', surfaceEdge: teamsHighContrastTheme.colorCompoundBrandStroke },
}

export function themeFor(shade: SystemTheme | 'highContrast', language: string): Theme {
  return { ...shades[shade], fontFamilyBase: fonts[language] ?? fonts.en ?? 'sans-serif', fontFamilyMonospace: monospaced }
}
