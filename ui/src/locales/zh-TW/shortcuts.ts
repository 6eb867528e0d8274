// The keyboard shortcuts.

import type { shortcuts as english } from '../en/shortcuts'

export const shortcuts: typeof english = {
  title: '鍵盤快速鍵',
  panes: '在導覽和頁面之間移動',
  search: '在此頁面上搜尋',
  create: '建立或新增',
  lock: '鎖定驗證器',
  list: '顯示此清單',
}
