// The navigation.

import type { navigation as english } from '../en/navigation'

export const navigation: typeof english = {
  label: '导航',
  security: '安全',
  authenticator: '验证器',
  activity: '最近活动',
  approvals: '批准',
  withCount: '{{text}}，{{count}} 个等待中',
  help: '帮助',
  settings: '设置',
  nobody: '已注销',
}
