// An app that the service refused, and what to do in that app.

import type { refusedApp as english } from '../en/refusedApp'

export const refusedApp: typeof english = {
  regular: {
    title: '有應用程式嘗試使用您的一般密碼',
    text: '這個應用程式無法要求輸入驗證碼，因此需要應用程式密碼。',
  },
  oldAppPassword: {
    title: '有應用程式一直嘗試舊的應用程式密碼',
    text: '該應用程式密碼已刪除或已到期，因此應用程式需要另一組密碼。',
  },
  where: '{{client}}，{{time}}。',
  create: '建立應用程式密碼',
  steps: '在該應用程式中的步驟',
  step: {
    create: '在這裡建立應用程式密碼。',
    clear: '在該應用程式中移除已儲存的密碼或登出。',
    restart: '關閉該應用程式，然後重新啟動。',
    signIn: '使用您的使用者名稱與應用程式密碼登入。',
    notYours: '如果這不是您的應用程式，請變更您的密碼。',
  },
}
