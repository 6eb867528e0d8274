// The Settings page.

import type { settings as english } from '../en/settings'

export const settings: typeof english = {
  title: '設定',
  language: '語言',
  asSystem: '使用系統設定',
  theme: '佈景主題',
  zoom: '縮放',
  zoomHint: '在任何頁面都可以按 Ctrl + 和 Ctrl − 變更。',
  themes: {
    system: '使用系統設定',
    light: '淺色',
    dark: '深色',
  },
  service: '服務',
  serviceHint: '您的組織自己的驗證服務',
  serviceDemo: '示範使用自己的服務',
  serviceAddress: '服務位址',
  unchanged: '沒有要儲存的變更',
  saved: '已儲存',
  keyring: '系統金鑰圈',
  keyringWorking: '{{name}} 會保管此應用程式的金鑰。',
  keyringUnavailable: '金鑰圈沒有回應。',
  keyringOff: '金鑰圈已關閉。',
  keyringLost: '每次啟動應用程式時都要重新登入，而且驗證器會要求輸入複雜密碼。',
  about: '關於 Proofup',
  version: '版本 {{version}}',
  dataFolder: '資料夾位置',
  copyDataFolder: '複製路徑',
  signedOut: '您已登出。請在「安全性」頁面登入。',
  sections: {
    account: {
      title: '帳戶',
      hint: '登入的人、密碼、登出',
    },
    appearance: {
      title: '外觀',
      hint: '語言、佈景主題、縮放',
    },
    vault: {
      title: '保存庫',
      hint: '資料夾、複雜密碼、復原單、備份、鎖定',
    },
    quickAccess: {
      title: '快速存取',
      hint: '系統匣圖示、隨電腦啟動、快速鍵',
    },
    service: {
      title: '服務',
      hint: '您組織的驗證服務位址',
    },
    about: {
      title: '關於',
      hint: '版本和資料夾',
    },
    demo: {
      title: '示範',
      hint: '停止服務、重新開始',
    },
  },
}
