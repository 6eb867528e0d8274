// 隨手可用：系統匣、隨工作階段啟動、快速鍵。

import type { quickAccess as english } from '../en/quickAccess'

export const quickAccess: typeof english = {
  title: '快速存取',
  hint: '視窗關閉時也能使用 Proofup。這裡的每一項在您開啟之前都是關閉的。',
  trayFirst: '請先開啟系統匣圖示。',
  tray: {
    title: '系統匣',
    icon: '在系統匣顯示圖示',
    iconHint: '圖示的功能表可複製已釘選帳戶的驗證碼。驗證器未鎖定時，任何使用這部電腦的人都能在功能表中看到帳戶名稱。',
    close: '關閉視窗時讓 Proofup 留在系統匣',
    closeHint: '若要結束，請在圖示的功能表中選擇「結束」。',
    hidden: '啟動時隱藏',
    hiddenHint: '視窗會保持隱藏，直到您從系統匣開啟它。',
  },
  session: {
    title: '登入時啟動',
    hint: '您登入這部電腦時，Proofup 會一併啟動。',
  },
  shortcut: {
    title: '快速鍵',
    hint: '未設定。快速鍵可在任何程式中將 Proofup 移到最前面。',
    held: '{{keys}} 可在任何程式中將 Proofup 移到最前面。',
    notHeld: '{{keys}} 沒有作用：其他程式正在使用這些按鍵，或您的桌面未允許。請選擇其他按鍵。',
    choose: '選擇',
    chooseTitle: '選擇快速鍵',
    remove: '移除',
    text: '請按住 Ctrl、Alt 或系統鍵，同時按下字母、數字、功能鍵或空白鍵。您的桌面可能會要求您允許。',
    keys: '按鍵',
    press: '請立即按下按鍵',
    missing: '請先按下按鍵。',
  },
  obstacles: {
    no_tray: '這個桌面不顯示系統匣圖示。在 GNOME 上，請安裝 AppIndicator 擴充套件。',
    no_tray_library: '未安裝程式庫 libayatana-appindicator3。請安裝後重新啟動 Proofup。',
    wayland: '在 Wayland 上，快速鍵由桌面指派，而此桌面不允許程式使用。請在桌面的設定中為命令 proofup-desktop 設定快速鍵：再次啟動會將視窗移到最前面。',
    no_display: '沒有可以要求按鍵的顯示器。',
    demo: '示範不會變更您的桌面工作階段。',
    not_on_this_system: '這個系統尚未提供此功能。',
  },
}
