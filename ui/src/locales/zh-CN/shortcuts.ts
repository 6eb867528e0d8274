// The keyboard shortcuts.

import type { shortcuts as english } from '../en/shortcuts'

export const shortcuts: typeof english = {
  title: '键盘快捷键',
  panes: '在导航和页面之间移动',
  search: '在此页面上搜索',
  create: '创建或添加',
  lock: '锁定验证器',
  list: '显示此列表',
}
