// Setting up a device with a new app password.

import type { deviceSetup as english } from '../en/deviceSetup'

export const deviceSetup: typeof english = {
  waiting: '正在等待第一次登录…',
  connected: '刚刚已从 {{client}} 连接',
  refused: '{{client}} 被拒绝：{{why}}',
  refusedByLimits: '{{client}} 被拒绝：此应用密码不适用于该应用或网络',
  device: '设备',
  devices: {
    other: '其他应用',
    apple: 'iPhone、iPad 或 Mac',
    thunderbird: 'Thunderbird',
    android: 'Android 版 Thunderbird',
    outlook: 'Outlook',
  },
  showCode: '显示代码',
  code: '设备用的 QR 代码',
  codeHint: '此代码包含密码。请勿给任何人看。',
  userName: '用户名',
  incoming: '接收邮件',
  outgoing: '发送邮件',
  calendar: '日历和联系人',
  vpn: 'VPN',
  wifi: 'Wi-Fi',
  copy: '复制{{what}}',
  steps: {
    other: {
      first: '在应用中打开帐户，或添加一个。',
      second: '输入用户名和以下服务器。',
      third: '在密码处输入应用密码。',
    },
    apple: {
      first: '显示代码并用相机扫描。代码只能使用一次，有效十分钟。',
      second: '允许下载描述文件。',
      third: '在“设置”中打开“已下载描述文件”并安装。',
    },
    thunderbird: {
      first: '用你的地址添加邮件帐户。',
      second: 'Thunderbird 会自动找到服务器。',
      third: '在密码处输入应用密码。',
    },
    android: {
      first: '在 Thunderbird 中选择导入设置并扫描代码。',
      second: '显示代码并扫描。',
      third: '确认帐户。',
    },
    outlook: {
      first: '用你的地址添加帐户。',
      second: '如果 Outlook 询问类型，请选择 IMAP。',
      third: '在密码处输入应用密码。',
    },
  },
}
