// The verification options.

import type { methods as english } from '../en/methods'

export const methods: typeof english = {
  push: '透過應用程式通知我',
  oath: '使用應用程式提供的驗證碼',
  sms: '以文字簡訊傳送驗證碼到我的驗證電話',
  voiceMobile: '撥打我的驗證電話',
  voiceAlternateMobile: '撥打我的替代驗證電話',
  voiceOffice: '撥打我的辦公室電話',
  notAllowed: '您的組織不允許使用這個方法',
  notYet: '這個版本的 Proofup 還無法這麼做',
  notRegistered: '尚未設定',
  notUsable: '目前無法使用',
}
