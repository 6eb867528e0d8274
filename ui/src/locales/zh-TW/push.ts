// Setting a device up for notifications.

import type { push as english } from '../en/push'

export const push: typeof english = {
  tab: 'Proofup 通知',
  codesTab: '任何驗證器應用程式（僅限驗證碼）',
  tabs: '應用程式類型',
  scan: '若使用手機，請掃描此 QR 代碼。若使用另一部電腦，請在 Proofup 中開啟「核准」並選擇「新增帳戶」，然後掃描 QR 代碼、貼上連結，或輸入代碼與 URL。',
  qrAlt: '用於通知的 QR 代碼',
  useThisComputer: '使用這部電腦',
  expired: '此啟用代碼已過期。請產生新的 QR 代碼。',
  code: '代碼',
  url: 'URL',
  copyCode: '複製代碼',
  copyUrl: '複製 URL',
  copyLink: '複製連結',
  waiting: '正在等候裝置',
  used: '{{name}} 已使用此代碼。',
  typeThere: '我們已傳送測試要求。請在 {{name}} 上輸入此數字，然後選擇「核准」。',
  number: '要輸入的數字：{{number}}',
  waitingForApproval: '正在等候核准，剩餘 {{time}}',
  stillWaiting: '要求仍在等候',
  sendAgain: '再次傳送測試',
  configured: '行動應用程式已設定為接收通知和使用驗證碼。',
  outcomes: {
    declined: '測試遭到拒絕。請再次傳送並選擇「核准」。',
    mismatch: '數字不相符。請再次傳送測試。',
    noResponse: '沒有人回應。請在裝置上開啟 Proofup，然後再次傳送測試。',
  },
  replaceText: '舊裝置 {{name}} 在新裝置核准之前仍可使用，之後就會刪除。',
  step2: '步驟 2：在您的裝置上核准測試要求',
}
