// App passwords.

import type { appPasswords as english } from '../../en/errors/appPasswords'

export const appPasswords: typeof english = {
  app_password_limit_reached: {
    title: '您已達到應用程式密碼的上限',
    detail: '上限：{{limit}}。',
    next: '請先刪除一個，再建立新的。',
  },
  app_password_lifetime_too_long: {
    title: '應用程式密碼的有效期過長',
    detail: '最長 {{days}} 天。',
    next: '請選擇較早的日期。',
  },
  app_password_networks_invalid: {
    title: '這不是網路',
    next: '請以 192.0.2.0/24 的格式或單一位址輸入，並以空格分隔。',
  },
  access_token_name_taken: {
    title: '已有使用此名稱的存取權杖',
    next: '請選擇其他名稱。',
  },
  app_password_name_taken: {
    title: '您已有使用此名稱的應用程式密碼',
    next: '請選擇其他名稱。',
  },
  app_password_name_invalid: {
    title: '無法使用此名稱',
    reasons: {
      empty: '名稱是空的。',
      too_long: '超過 64 個字元。',
      control_characters: '含有無法顯示的字元。',
    },
    next: '請選擇其他名稱。',
  },
  app_passwords_not_allowed: {
    title: '無法建立應用程式密碼',
    reasons: {
      disabled_by_organization: '您的組織不允許使用應用程式密碼。',
      second_step_not_registered: '請先設定其他安全性驗證。',
      managed_by_policy: '您組織的原則要求第二個步驟，且不接受應用程式密碼。',
      modern_sign_in_only: '此帳戶只能搭配可以要求驗證碼的應用程式使用。',
      limit_reached: '您已達到應用程式密碼的上限。',
    },
    next: '如有需要，請洽詢系統管理員。',
  },
}
