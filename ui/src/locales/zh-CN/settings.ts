// The Settings page.

import type { settings as english } from '../en/settings'

export const settings: typeof english = {
  title: '设置',
  language: '语言',
  asSystem: '跟随系统',
  theme: '主题',
  themes: {
    system: '跟随系统',
    light: '浅色',
    dark: '深色',
  },
  service: '服务',
  serviceHint: '你的组织自己的验证服务',
  serviceDemo: '演示使用自己的服务',
  serviceAddress: '服务地址',
  unchanged: '没有任何更改',
  saved: '已保存',
  keyring: '系统密钥环',
  keyringWorking: '{{name}} 会保管此应用的密钥。',
  keyringUnavailable: '密钥环没有响应。',
  keyringOff: '密钥环已关闭。',
  keyringLost: '每次启动时都要重新登录，并且验证器会要求输入通行短语。',
  about: '关于 Proofup',
  version: '版本 {{version}}',
  dataFolder: '数据文件夹',
  copyDataFolder: '复制路径',
}
