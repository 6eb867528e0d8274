// Leaving in the middle of something that would be lost.

import type { leaving as english } from '../en/leaving'

export const leaving: typeof english = {
  registration: { title: '要離開設定嗎？', text: '您的帳戶尚未設定完成。目前輸入的內容將會捨棄。' },
  appPassword: { title: '尚未複製應用程式密碼，仍要離開嗎？', text: '此密碼不會再次顯示。如果沒有抄下來，請留下並複製。' },
  accessToken: { title: '尚未複製存取權杖，仍要離開嗎？', text: '此權杖不會再次顯示。如果沒有複製，請撤銷並建立新的權杖。' },
  serviceSettings: { title: '要離開而不儲存設定嗎？', text: '您對服務設定的變更將會捨棄。' },
  discard: '捨棄變更',
  close: '關閉 Proofup',
  stay: '留下',
}
