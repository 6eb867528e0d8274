// The keyboard shortcuts.

import type { shortcuts as english } from '../en/shortcuts'

export const shortcuts: typeof english = {
  title: '鍵盤快速鍵',
  help: '開啟說明',
  panes: '在導覽和頁面之間移動',
  search: '在此頁面上搜尋',
  create: '建立或新增',
  lock: '鎖定驗證器',
  type: '搜尋帳戶：直接輸入',
  rows: '在帳戶之間移動',
  edit: '編輯帳戶',
  trash: '將帳戶移至垃圾桶',
  move: '將帳戶上移或下移',
  selectAll: '選取時全選',
  list: '顯示此清單',
  anywhere: '在任何程式中將 Proofup 移到最前面',
  zoom: '放大或縮小全部內容',
  zoomReset: '回到正常大小',
  showPassword: '顯示或隱藏您正在輸入的密碼',
}
