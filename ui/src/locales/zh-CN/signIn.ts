// Signing in.

import type { signIn as english } from '../en/signIn'

export const signIn: typeof english = {
  title: '登录',
  signIn: '登录',
  userName: '用户名',
  userNameHint: '你的工作或学校帐户',
  userNameMissing: '请先输入用户名。',
  password: '密码',
  passwordMissing: '请先输入密码。',
  enterCode: '输入验证码',
  textSent: '我们已将包含验证码的短信发送到 {{hint}}。',
  appCode: '请输入 {{hint}} 当前显示的验证码。',
  ownCode: '使用此计算机的验证码',
  pushHeading: '在你的设备上批准请求',
  pushSent: '我们已向 {{hint}} 发送通知。请打开通知，输入此数字，然后按“批准”。',
  pushWaiting: '正在等待你的回应',
  pushAgain: '再次发送',
  pushAgainBlocked: '请求仍在等待',
  remember_one: '{{count}} 天不再询问',
  remember_other: '{{count}} 天不再询问',
  differentOption: '使用其他验证选项',
  noOtherOption: '未设置其他方法。如果无法使用此方法，请咨询技术支持人员。',
  phoneCall: '我们正在拨打你的电话',
  noAnswer: '你的电话还没有回应。你可以继续等待，或使用其他方式。',
  reportFraud: '如果你并未登录却接到电话，请在电话上按 0 再按 #。',
  service: {
    title: '连接到你的组织',
    text: '请输入你组织的验证服务地址。你的管理员或技术支持人员可以提供此地址。',
    hint: '也可以粘贴以 proofup:// 开头的链接。',
    connect: '连接',
    missing: '请先输入地址。',
    offered: '此地址来自一个链接',
    offeredText: '请先确认这是你组织的地址，再进行连接。',
    at: '服务：{{address}}',
  },
}
