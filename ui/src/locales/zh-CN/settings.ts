// The Settings page.

import type { settings as english } from '../en/settings'

export const settings: typeof english = {
  title: '设置',
  language: '语言',
  asSystem: '使用系统设置',
  theme: '主题',
  zoom: '缩放',
  zoomHint: '在任何页面都可以按 Ctrl + 和 Ctrl − 更改。',
  themes: {
    system: '使用系统设置',
    light: '浅色',
    dark: '深色',
  },
  service: '服务',
  serviceHint: '你的组织自己的验证服务',
  serviceDemo: '演示使用自己的服务',
  serviceAddress: '服务地址',
  unchanged: '没有要保存的更改',
  saved: '已保存',
  keyring: '系统密钥环',
  keyringWorking: '{{name}} 会保管此应用的密钥。',
  keyringUnavailable: '密钥环没有响应。',
  keyringOff: '密钥环已关闭。',
  keyringLost: '每次启动应用时都要重新登录，并且验证器会要求输入通行短语。',
  about: '关于 Proofup',
  version: '版本 {{version}}',
  dataFolder: '数据文件夹',
  copyDataFolder: '复制路径',
  signedOut: '你已注销。请在“安全”页面登录。',
  sections: {
    account: {
      title: '帐户',
      hint: '登录的人、密码、注销',
    },
    appearance: {
      title: '外观',
      hint: '语言、主题、缩放',
    },
    vault: {
      title: '保管库',
      hint: '文件夹、通行短语、恢复单、备份、锁定',
    },
    quickAccess: {
      title: '快速访问',
      hint: '托盘图标、随电脑启动、快捷键',
    },
    service: {
      title: '服务',
      hint: '你组织的验证服务地址',
    },
    about: {
      title: '关于',
      hint: '版本和数据文件夹',
    },
    demo: {
      title: '演示',
      hint: '停止服务、重新开始',
    },
  },
}
