// 随手可用：系统托盘、随会话启动、快捷键。

import type { quickAccess as english } from '../en/quickAccess'

export const quickAccess: typeof english = {
  title: '快速访问',
  hint: '窗口关闭时也能使用 Proofup。此处的每一项在你打开之前都是关闭的。',
  trayFirst: '请先打开托盘图标。',
  tray: {
    title: '系统托盘',
    icon: '在系统托盘显示图标',
    iconHint: '在图标菜单中选择已置顶的帐户，验证码就会复制到剪贴板。验证器未锁定时，任何使用此电脑的人都能在菜单中看到帐户名称。',
    close: '关闭窗口时让 Proofup 留在系统托盘',
    closeHint: '若要结束，请在图标菜单中选择“退出”。',
    hidden: '启动时隐藏',
    hiddenHint: '窗口不会出现，直到你从系统托盘打开它。',
  },
  session: {
    title: '随会话启动',
    hint: '你登录此电脑时，Proofup 会一并启动。',
  },
  shortcut: {
    title: '快捷键',
    hint: '无。可在任何程序中将 Proofup 移到最前面的按键。',
    held: '{{keys}} 可在任何程序中将 Proofup 移到最前面。',
    notHeld: '{{keys}} 目前不起作用：其他程序正在使用它，或你的桌面没有提供它。请重新选择按键。',
    choose: '选择',
    chooseTitle: '选择快捷键',
    remove: '移除',
    text: '请按住 Ctrl、Alt 或系统键，同时按下字母、数字、功能键或空格键。你的桌面可能会要求你允许。',
    keys: '按键',
    press: '请立即按下按键',
    missing: '请先按下按键。',
  },
  obstacles: {
    no_tray: '此桌面不显示程序图标。GNOME 需要安装 AppIndicator 扩展。',
    no_tray_library: '未安装库 libayatana-appindicator3。请安装后重新启动 Proofup。',
    wayland: '在 Wayland 上，快捷键由桌面提供，而此桌面不提供给程序。请在桌面的设置中为命令 proofup-desktop 设置快捷键：再次启动会将窗口移到最前面。',
    no_display: '没有可以请求按键的显示器。',
    demo: '演示不会更改你自己的会话。',
    not_on_this_system: '此系统尚未提供此功能。',
  },
}
