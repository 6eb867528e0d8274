// Why a sign-in or a request came to nothing.

import type { signIn as english } from '../../en/errors/signIn'

export const signIn: typeof english = {
  invalid_credentials: {
    title: '使用者名稱或密碼不正確',
    next: '請檢查兩者後再試一次。',
  },
  invalid_authentication: {
    title: '這次登入已結束',
    next: '請重新登入。',
  },
  invalid_app_code: {
    title: '驗證碼不正確',
    next: '請輸入應用程式目前顯示的驗證碼。如果持續失敗，請檢查裝置的時間。',
  },
  code_not_entered: {
    title: '未輸入驗證碼',
    next: '請重新傳送驗證碼，並使用最新的簡訊。',
  },
  activation_code_unknown: {
    title: '不明的啟用代碼',
    next: '請檢查代碼，或產生新的 QR 代碼並掃描。',
  },
  activation_code_expired: {
    title: '此啟用代碼已過期',
    next: '請產生新的 QR 代碼並掃描。',
  },
  activation_code_used: {
    title: '此啟用代碼已使用過',
    next: '每個代碼只供一部裝置使用。請為另一部裝置產生新的 QR 代碼。',
  },
  not_an_activated_account: {
    title: '驗證要求所屬的帳戶尚未啟用',
    next: '請重新設定此裝置：先在這裡移除帳戶，再按「設定」並掃描新的 QR 代碼。',
  },
  decision_not_signed: {
    title: '服務不接受此裝置的回應',
    next: '請在「安全性」頁面重新設定此裝置。',
  },
  number_mismatch: {
    title: '數字不相符',
    next: '為了保護您的帳戶，此要求已結束。請重新登入。',
  },
  request_decided: {
    title: '此要求已有回應',
    next: '如果不是您回應的，請變更密碼並連絡技術支援中心。',
  },
  request_expired: {
    title: '此要求已過期',
    next: '請重新登入，並在一分鐘內回應。',
  },
  in_progress: {
    title: '您的裝置上還有其他要求正在等候',
    detail: '最早的一個會在{{retryAfter}}後結束。',
    next: '請在裝置上回應，或使用其他驗證選項。',
  },
  push_paused: {
    title: '通知已暫停',
    detail: '{{retryAfter}}後可以再次使用。',
    next: '有多個要求正在等候或未獲核准。請使用其他驗證選項。',
  },
  user_declined: {
    title: '要求已在您的裝置上遭到拒絕',
    next: '如果是不小心按到，請再傳送一次。如果是其他人嘗試登入，請變更密碼。',
  },
  push_no_response: {
    title: '沒有人回應通知',
    next: '請再傳送一次，或使用其他驗證選項。',
  },
  activation_invalid: {
    title: '這不是啟用連結',
    next: '請從設定頁面重新複製連結，或代碼與 URL。',
  },
  device_key_unavailable: {
    title: '無法保存或讀取此裝置的金鑰',
    next: '請解除鎖定金鑰圈，或在「驗證器」頁面解除鎖定您的帳戶，然後再試一次。',
  },
  account_locked: {
    title: '錯誤嘗試次數過多',
    detail: '{{retryAfter}}後可以再試一次。',
    next: '請稍候再試一次，或請技術支援中心結束等候時間。',
  },
  user_blocked: {
    title: '您的帳戶已遭封鎖',
    next: '請連絡技術支援中心。',
  },
  phone_unreachable: {
    title: '無法連絡您的電話',
    reasons: {
      busy: '線路忙線中，或電話遭到拒接。',
      no_answer: '無人接聽。',
      not_delivered: '文字簡訊無法送達。',
      opted_out: '這支電話已停止接收簡訊。請傳送 START 到簡訊的來源號碼，然後再試一次。',
      gateway: '目前無法撥打電話或傳送文字簡訊。',
    },
    next: '請使用其他驗證選項。',
  },
  user_not_found: {
    title: '使用者名稱或密碼不正確',
    next: '請檢查兩者後再試一次。',
  },
  duplicate_attempt: {
    title: '這次登入在同一時間收到兩次回應',
    next: '只有其中一次有效。如果您現在尚未登入，請重新登入。',
  },
  push_not_delivered: {
    title: '通知尚未送達您的裝置',
    next: '請在裝置上開啟應用程式，並確認已連線。接著再傳送一次，或使用其他驗證選項。',
  },
  phone_number_invalid_format: {
    title: '無法以這個格式連絡此電話號碼',
    next: '請使用其他驗證選項，然後在「安全性」頁面更正號碼，或詢問系統管理員。',
  },
  app_not_activated: {
    title: '驗證要求所屬的帳戶尚未啟用',
    next: '請使用其他驗證選項，然後在「安全性」頁面重新設定應用程式。',
  },
  misconfiguration: {
    title: '您組織的服務無法傳送文字簡訊或撥打電話',
    next: '請使用其他驗證選項，並將詳細資料提供給技術支援中心。',
  },
  call_went_to_voicemail: {
    title: '電話由語音信箱接聽',
    next: '請再次撥打，親自接聽並按 #。',
  },
  call_hung_up: {
    title: '您還沒按 # 通話就結束了',
    next: '請再次撥打，接聽並按 #。',
  },
  fraud_reported: {
    title: '這次登入已被回報為詐騙',
    next: '您的其中一部裝置選擇了「不是我本人」，因此這次登入已結束。如果是誤按，請重新登入；如果您的帳戶遭到封鎖，請要求技術支援中心解除封鎖。',
  },
  no_methods_registered: {
    title: '沒有可用的驗證方法',
    next: '請連絡技術支援中心，以便重新設定。',
  },
  method_disabled: {
    title: '您的組織已停用這個方法',
    next: '請使用其他驗證選項。',
  },
  app_password_invalid: {
    title: '此應用程式密碼無效',
    next: '請檢查，或建立新的密碼。',
  },
  app_password_required: {
    title: '此應用程式需要應用程式密碼',
    next: '請建立一個，並用來取代您的密碼。',
  },
  service_error: {
    title: '服務發生問題',
    next: '請再試一次。如果再次發生，請將詳細資料提供給技術支援中心。',
  },
}
