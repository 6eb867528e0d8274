// What many places say.

import type { common as english } from '../en/common'

export const common: typeof english = {
  add: '新增',
  againCountdown: '{{action}}（{{time}}）',
  againIn: '{{time}}後可以再試一次。',
  back: '上一步',
  cancel: '取消',
  change: '變更',
  close: '關閉',
  copied: '已複製',
  copy: '複製',
  delete: '刪除',
  done: '完成',
  hide: '隱藏',
  loading: '正在載入',
  messages: '訊息',
  neverUsed: '從未使用',
  next: '下一步',
  no: '否',
  nothingFound: '找不到符合「{{search}}」的項目',
  restarted: '頁面停止運作，已重新啟動',
  restartedText: '您剛才輸入的內容可能已遺失。您的帳戶與設定都沒有受到影響。',
  save: '儲存',
  search: '搜尋',
  show: '顯示',
  signOut: '登出',
  tryAgain: '再試一次',
  verify: '驗證',
  viewDetails: '檢視詳細資料',
  yes: '是',
}
