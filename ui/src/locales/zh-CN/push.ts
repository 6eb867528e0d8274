// Setting a device up for notifications.

import type { push as english } from '../en/push'

export const push: typeof english = {
  tab: 'Proofup 通知',
  codesTab: '任何验证器应用（仅限验证码）',
  tabs: '应用类型',
  scan: '如果使用手机，请扫描此 QR 码。如果使用另一台电脑，请在 Proofup 中打开“批准”并选择“添加帐户”，然后扫描 QR 码、粘贴链接，或输入激活码和 URL。',
  qrAlt: '用于通知的 QR 码',
  useThisComputer: '使用此计算机',
  expired: '此激活码已过期。请生成新的 QR 码。',
  code: '代码',
  url: 'URL',
  copyCode: '复制代码',
  copyUrl: '复制 URL',
  copyLink: '复制链接',
  waiting: '正在等待设备',
  used: '{{name}} 已使用此代码。',
  typeThere: '我们已发送测试请求。请在 {{name}} 上输入此数字，然后选择“批准”。',
  number: '要输入的数字：{{number}}',
  waitingForApproval: '正在等待批准，剩余 {{time}}',
  stillWaiting: '请求仍在等待',
  sendAgain: '再次发送测试',
  configured: '移动应用已配置为接收通知和使用验证码。',
  outcomes: {
    declined: '测试被拒绝。请再次发送并选择“批准”。',
    mismatch: '数字不匹配。请再次发送测试。',
    noResponse: '没有人回应。请在设备上打开 Proofup，然后再次发送测试。',
  },
  replaceText: '旧设备 {{name}} 在新设备批准之前仍可使用，之后就会删除。',
  step2: '第 2 步：在你的设备上批准测试请求',
}
