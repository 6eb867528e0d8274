// Signing in.

import type { signIn as english } from '../en/signIn'

export const signIn: typeof english = {
  title: '登入',
  signIn: '登入',
  userName: '使用者名稱',
  userNameHint: '您的公司或學校帳戶',
  userNameMissing: '請先輸入使用者名稱。',
  password: '密碼',
  passwordMissing: '請先輸入密碼。',
  enterCode: '輸入驗證碼',
  textSent: '我們已將含有驗證碼的文字簡訊傳送到 {{hint}}。',
  appCode: '請輸入 {{hint}} 目前顯示的驗證碼。',
  ownCode: '使用這部電腦的驗證碼',
  pushHeading: '在您的裝置上核准要求',
  pushSent: '我們已傳送通知至 {{hint}}。請開啟通知，輸入此數字，然後按「核准」。',
  pushWaiting: '正在等候您的回應',
  pushAgain: '再傳送一次',
  pushAgainBlocked: '要求仍在等候',
  remember_one: '{{count}} 天內不要再問我',
  remember_other: '{{count}} 天內不要再問我',
  differentOption: '使用其他驗證選項',
  noOtherOption: '沒有設定其他方法。如果無法使用此方法，請洽詢技術支援中心。',
  phoneCall: '我們正在撥打您的電話',
  noAnswer: '您的電話還沒有回應。您可以繼續等候，或使用其他方式。',
  reportFraud: '如果您並未登入卻接到電話，請在電話上按 0 再按 #。',
  service: {
    title: '連線到您的組織',
    text: '請輸入您組織的驗證服務位址。您的系統管理員或技術支援中心可以提供此位址。',
    hint: '也可以貼上以 proofup:// 開頭的連結。',
    connect: '連線',
    missing: '請先輸入位址。',
    offered: '此位址來自一個連結',
    offeredText: '請先確認這是您組織的位址，再進行連線。',
    at: '服務：{{address}}',
  },
}
