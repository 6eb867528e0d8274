// The keyboard shortcuts.

import type { shortcuts as english } from '../en/shortcuts'

export const shortcuts: typeof english = {
  title: '键盘快捷键',
  help: '打开帮助',
  panes: '在导航和页面之间移动',
  search: '在此页面上搜索',
  create: '创建或添加',
  lock: '锁定验证器',
  type: '搜索帐户：直接输入',
  rows: '在帐户之间移动',
  edit: '编辑帐户',
  trash: '将帐户移到回收站',
  move: '将帐户上移或下移',
  selectAll: '选择时全选',
  list: '显示此列表',
  anywhere: '在任何程序中将 Proofup 移到最前面',
  zoom: '放大或缩小全部内容',
  zoomReset: '恢复正常大小',
  showPassword: '显示或隐藏你正在输入的密码',
}
