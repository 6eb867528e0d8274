// The navigation.

import type { navigation as english } from '../en/navigation'

export const navigation: typeof english = {
  label: '導覽',
  security: '安全性',
  authenticator: '驗證器',
  activity: '最近的活動',
  approvals: '核准',
  withCount: '{{text}}，{{count}} 個等候中',
  help: '說明',
  settings: '設定',
  nobody: '已登出',
}
