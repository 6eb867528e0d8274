// The service and the session with it.

import type { connection as english } from '../../en/errors/connection'

export const connection: typeof english = {
  service_unreachable: {
    title: '無法連線到服務',
    next: '請檢查您的網路連線，以及「設定」中的服務位址。Proofup 會繼續嘗試。',
  },
  service_not_started: {
    title: '示範服務未能啟動',
    detail: '系統訊息：{{detail}}。',
    next: '請再試一次。如果再次發生，請重新啟動應用程式。',
  },
  service_answer_invalid: {
    title: '這個位址不是驗證服務',
    next: '請檢查「設定」中的服務位址。',
  },
  signed_out: {
    title: '您已登出',
    next: '請重新登入。',
  },
  sign_in_over: {
    title: '這次登入已結束',
    next: '請重新登入。',
  },
  service_address_invalid: {
    title: '這不是服務位址',
    reasons: {
      not_a_url: '格式必須類似 https://verify.example.com。',
      not_https: '開頭必須是 https://。',
    },
    next: '請輸入您的組織提供的位址。',
  },
}
