// 随手可用：系统托盘、随会话启动、快捷键。

import type { quickAccess as english } from '../en/quickAccess'

export const quickAccess: typeof english = {
  title: '快速访问',
  hint: '窗口关闭时也能使用 Proofup。此处的每一项在你打开之前都是关闭的。',
  trayFirst: '请先打开托盘图标。',
  tray: {
    title: '系统托盘',
    icon: '在系统托盘显示图标',
    iconHint: '图标菜单可复制已置顶帐户的验证码。验证器未锁定时，任何使用此计算机的人都能在菜单中看到帐户名称。',
    close: '关闭窗口时让 Proofup 留在系统托盘',
    closeHint: '若要结束，请在图标菜单中选择“退出”。',
    hidden: '启动时隐藏',
    hiddenHint: '窗口会保持隐藏，直到你从系统托盘打开它。',
  },
  session: {
    title: '登录时启动',
    hint: '你登录此计算机时，Proofup 会一并启动。',
  },
  shortcut: {
    title: '快捷键',
    hint: '未设置。快捷键可在任何程序中将 Proofup 移到最前面。',
    held: '{{keys}} 可在任何程序中将 Proofup 移到最前面。',
    notHeld: '{{keys}} 不起作用：其他程序正在使用这些按键，或你的桌面未允许。请选择其他按键。',
    choose: '选择',
    chooseTitle: '选择快捷键',
    remove: '移除',
    text: '请按住 Ctrl、Alt 或系统键，同时按下字母、数字、功能键或空格键。你的桌面可能会要求你允许。',
    keys: '按键',
    press: '请立即按下按键',
    missing: '请先按下按键。',
  },
  obstacles: {
    no_tray: '此桌面不显示托盘图标。在 GNOME 上，请安装 AppIndicator 扩展。',
    no_tray_library: '未安装库 libayatana-appindicator3。请安装后重新启动 Proofup。',
    wayland: '在 Wayland 上，快捷键由桌面分配，而此桌面不允许程序使用。请在桌面的设置中为命令 proofup-desktop 设置快捷键：再次启动会将窗口移到最前面。',
    no_display: '没有可以请求按键的显示器。',
    demo: '演示不会更改你的桌面会话。',
    not_on_this_system: '此系统尚未提供此功能。',
  },
}
