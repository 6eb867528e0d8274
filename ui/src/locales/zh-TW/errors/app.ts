// What the app itself could not do.

import type { app as english } from '../../en/errors/app'

export const app: typeof english = {
  draft_gone: {
    title: '此預覽已過期',
    next: '請重新讀取連結或圖片。',
  },
  setup_gone: {
    title: '此次設定已結束',
    next: '請產生新的 QR 代碼。',
  },
  access_token_gone: {
    title: '存取權杖已不再顯示',
    next: '請撤銷並建立新的權杖。',
  },
  app_password_gone: {
    title: '應用程式密碼已不再顯示',
    next: '請刪除並建立新的密碼。',
  },
  account_not_hotp: {
    title: '此帳戶的驗證碼是依時間產生',
    next: '請使用顯示的驗證碼。',
  },
  settings_not_saved: {
    title: '無法儲存設定',
    detail: '系統訊息：{{detail}}。',
    next: '請檢查磁碟空間以及是否可以寫入。',
  },
  shortcut_invalid: {
    title: '這些按鍵不能作為快速鍵',
    reasons: {
      no_modifier: '必須同時按住 Ctrl、Alt 或系統鍵，才不會影響輸入。',
      unknown_key: '可以使用字母、數字、功能鍵和空白鍵。',
      reserved: '大多數程式或桌面本身需要這些按鍵。',
    },
    next: '請按下其他按鍵。',
  },
  shortcut_taken: {
    title: '其他程式正在使用這些按鍵',
    next: '請按下其他按鍵，或先在其他程式中釋放它們。',
  },
  shortcut_refused: {
    title: '快速鍵未獲允許',
    next: '請重新選擇按鍵，並在桌面詢問時允許。',
  },
  shortcut_unavailable: {
    title: '無法設定快速鍵',
    detail: '系統訊息：{{detail}}。',
    next: '請在桌面的設定中為命令 proofup-desktop 設定快速鍵。',
  },
  session_start_not_changed: {
    title: '無法變更登入時啟動',
    detail: '系統訊息：{{detail}}。',
    next: '請在桌面的設定中，於隨工作階段啟動的程式項下變更。',
  },
  clipboard_unavailable: {
    title: '無法使用剪貼簿',
    detail: '系統訊息：{{detail}}。',
    next: '請再試一次，或改為輸入。',
  },
  app_fault: {
    title: '此應用程式發生問題',
    next: '請再試一次。如果再次發生，請將詳細資料提供給技術支援中心。',
  },
}
