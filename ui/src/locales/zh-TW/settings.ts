// The Settings page.

import type { settings as english } from '../en/settings'

export const settings: typeof english = {
  title: '設定',
  language: '語言',
  asSystem: '跟隨系統',
  theme: '佈景主題',
  themes: {
    system: '跟隨系統',
    light: '淺色',
    dark: '深色',
  },
  service: '服務',
  serviceHint: '您的組織自己的驗證服務',
  serviceDemo: '示範使用自己的服務',
  serviceAddress: '服務位址',
  unchanged: '沒有任何變更',
  saved: '已儲存',
  keyring: '系統金鑰圈',
  keyringWorking: '{{name}} 會保管此應用程式的金鑰。',
  keyringUnavailable: '金鑰圈沒有回應。',
  keyringOff: '金鑰圈已關閉。',
  keyringLost: '每次啟動時都要重新登入，而且驗證器會要求輸入複雜密碼。',
  about: '關於 Proofup',
  version: '版本 {{version}}',
  dataFolder: '資料夾位置',
  copyDataFolder: '複製路徑',
}
