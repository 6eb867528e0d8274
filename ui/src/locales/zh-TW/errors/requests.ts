// What the service refuses in any call.

import type { requests as english } from '../../en/errors/requests'

export const requests: typeof english = {
  invalid_request: {
    title: '服務不接受這項要求',
    detail: '欄位：{{field}}。',
    next: '請檢查您輸入的內容。應用程式的版本可能比服務舊或新。',
  },
  invalid_token: {
    title: '您的工作階段已結束',
    next: '請重新登入。',
  },
  insufficient_scope: {
    title: '您目前無法這麼做',
    next: '請先完成帳戶設定，或重新登入。',
  },
  precondition_failed: {
    title: '其他人在這段時間變更了此內容',
    next: '請重新載入，然後再變更一次。',
  },
  not_found: {
    title: '項目已不存在',
    next: '可能已在其他地方刪除。頁面現在是最新的。',
  },
  wrong_password: {
    title: '目前的密碼不正確',
    next: '請檢查後再試一次。',
  },
  password_in_directory: {
    title: '此密碼屬於您組織的目錄',
    next: '請在變更組織密碼的地方變更，例如在您的公司電腦上。',
  },
  password_invalid: {
    title: '無法使用此密碼',
    next: '請選擇其他密碼。',
    reasons: {
      too_short: '密碼少於 8 個字元。',
      too_long: '密碼超過 256 個字元。',
      too_common: '這是一般人最先會嘗試的密碼之一。',
      same: '與目前的密碼相同。',
    },
  },
  user_name_taken: {
    title: '已有人使用這個使用者名稱',
    next: '請選擇其他使用者名稱，或在清單中尋找此人。',
  },
  last_administrator: {
    title: '這是最後一位系統管理員',
    next: '請先將其他人設為系統管理員，然後再試一次。',
  },
  administrator_protected: {
    title: '這是系統管理員',
    next: '技術支援中心不能變更系統管理員的帳戶。請洽詢另一位系統管理員。',
  },
  own_account: {
    title: '這是您自己的帳戶',
    next: '請使用「安全性」頁面管理您自己的方法，或請同事協助。',
  },
  caller_not_verified: {
    title: '請先驗證來電者',
    next: '請詢問本人自己的電話，或選擇「未經驗證」並說明原因。',
  },
  agent_stopped: {
    title: '您現在不能協助來電者',
    next: '有人回報沒有人打電話給他們。請告訴系統管理員；一小時後會解除。',
  },
  changed_since: {
    title: '此使用者之後已有變更',
    next: '未復原此使用者的任何設定。請檢查目前的狀態，並視需要重新設定。',
  },
  undo_not_possible: {
    title: '無法復原此變更',
    next: '只有狀態的變更可以在 24 小時內復原。請改為重新變更這些使用者。',
  },
  not_blocked: {
    title: '此人並未遭到封鎖',
    next: '沒有需要解除的封鎖。如果對方仍無法登入，請查看其最近的活動。',
  },
  rate_limited: {
    title: '要求次數過多',
    detail: '{{retryAfter}}後可以再試一次。',
    next: '請稍候再試一次。',
  },
  step_up_required: {
    title: '請再次驗證以進行此變更',
    next: '請再試一次，並在系統要求時輸入驗證碼。',
  },
  service_unavailable: {
    title: '服務無法使用',
    next: '請在幾分鐘後再試一次。',
  },
  internal_error: {
    title: '服務發生問題',
    next: '請再試一次。如果再次發生，請將詳細資料提供給技術支援中心。',
  },
}
