// Setting an authenticator app up.

import type { setup as english } from '../en/setup'

export const setup: typeof english = {
  open: '開啟驗證器應用程式並新增帳戶',
  openHint: '手機或這部電腦上的任何驗證器應用程式都可以使用。',
  scan: '掃描 QR 代碼',
  qrAlt: '驗證器應用程式的 QR 代碼',
  thisComputer: '新增到這部電腦的驗證器',
  newQr: '產生新的 QR 代碼',
  timeLeft: '還有 {{time}}有效',
  expired: '此 QR 代碼已過期。請產生新的代碼。',
  cantScan: '無法掃描 QR 代碼？',
  secretKey: '祕密金鑰',
  copySecret: '複製祕密金鑰',
  link: '連結',
  copyLink: '複製連結',
  type: '輸入應用程式顯示的六位數字',
  deviceName: '裝置名稱',
  deviceNameHint: '方便您在清單中辨識，例如 Pixel 9',
  deviceNameDefault: '手機',
}
