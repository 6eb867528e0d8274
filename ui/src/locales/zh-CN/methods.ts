// The verification options.

import type { methods as english } from '../en/methods'

export const methods: typeof english = {
  push: '通过应用通知我',
  oath: '使用来自应用的验证码',
  sms: '向身份验证电话发送验证码',
  voiceMobile: '拨打我的身份验证电话',
  voiceAlternateMobile: '拨打我的备用身份验证电话',
  voiceOffice: '拨打我的办公电话',
  notAllowed: '你的组织不允许使用此方法',
  notYet: '此版本的 Proofup 尚不支持此操作',
  notRegistered: '尚未设置',
  notUsable: '目前无法使用',
}
