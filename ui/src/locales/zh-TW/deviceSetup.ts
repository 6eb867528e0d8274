// Setting up a device with a new app password.

import type { deviceSetup as english } from '../en/deviceSetup'

export const deviceSetup: typeof english = {
  waiting: '正在等待第一次登入…',
  connected: '剛剛已從 {{client}} 連線',
  refused: '{{client}} 遭到拒絕：{{why}}',
  refusedByLimits: '{{client}} 遭到拒絕：此應用程式密碼不適用於該應用程式或網路',
  device: '裝置',
  devices: {
    other: '其他應用程式',
    apple: 'iPhone、iPad 或 Mac',
    thunderbird: 'Thunderbird',
    android: 'Android 版 Thunderbird',
    outlook: 'Outlook',
  },
  showCode: '顯示代碼',
  code: '裝置用的 QR 代碼',
  codeHint: '此代碼包含密碼。請勿給任何人看。',
  userName: '使用者名稱',
  incoming: '內送郵件',
  outgoing: '外寄郵件',
  calendar: '行事曆與連絡人',
  vpn: 'VPN',
  wifi: 'Wi-Fi',
  copy: '複製{{what}}',
  steps: {
    other: {
      first: '在應用程式中開啟帳戶，或新增一個。',
      second: '輸入使用者名稱與下列伺服器。',
      third: '在密碼欄位輸入應用程式密碼。',
    },
    apple: {
      first: '顯示代碼並用相機掃描。代碼只能使用一次，有效十分鐘。',
      second: '允許下載描述檔。',
      third: '在「設定」中開啟「已下載描述檔」並安裝。',
    },
    thunderbird: {
      first: '以您的地址新增郵件帳戶。',
      second: 'Thunderbird 會自動找到伺服器。',
      third: '在密碼欄位輸入應用程式密碼。',
    },
    android: {
      first: '在 Thunderbird 中選擇匯入設定並掃描代碼。',
      second: '顯示代碼並掃描。',
      third: '確認帳戶。',
    },
    outlook: {
      first: '以您的地址新增帳戶。',
      second: '如果 Outlook 詢問類型，請選擇 IMAP。',
      third: '在密碼欄位輸入應用程式密碼。',
    },
  },
}
