// The help page.

import type { help as english } from '../en/help'

export const help: typeof english = {
  title: '說明',
  hint: '尋找您的問題，或搜尋應用程式顯示的錯誤代碼。',
  search: '搜尋說明與錯誤代碼',
  found_one: '{{count}} 筆結果',
  found_other: '{{count}} 筆結果',
  nothingTitle: '找不到「{{search}}」',
  nothingText: '請減少字詞或換個說法。提供這個應用程式的詳細資料，技術支援中心就能進一步協助您。',
  errorCodes: '錯誤代碼',
  groups: {
    signIn: '登入',
    devices: '電話、應用程式與權杖',
    apps: '郵件與其他應用程式',
    authenticator: '驗證器',
    safety: '安全與隱私',
  },
  topics: {
    codesRefused: {
      title: '我的驗證碼遭拒',
      steps: [
        '驗證碼與時間有關。請確認產生驗證碼的裝置已設為自動調整時間。',
        '請等下一個驗證碼出現，並在它還顯示時輸入。每個驗證碼只能使用一次。',
        '使用硬體權杖嗎？請在「$t(navigation.security)」頁面的權杖旁選擇「$t(hardwareToken.resync)」。',
      ],
      words: '錯誤 無效 時鐘 時間 不準 otp totp oath 代碼',
    },
    noText: {
      title: '收不到文字簡訊',
      steps: [
        '請等一分鐘，然後選擇「$t(code.resend)」。只有最新的驗證碼有效。',
        '請確認手機有訊號，而且沒有封鎖陌生寄件者的訊息。',
        '如果設定了其他方法，請選擇「$t(signIn.differentOption)」。',
        '驗證器應用程式不需要訊號。設定一個，以後就不會再受影響。',
      ],
      words: 'sms 簡訊 延遲 訊號 漫遊 國外',
    },
    noCall: {
      title: '收不到來電或通知',
      steps: [
        '請在手機上關閉勿擾模式、省電模式與來電封鎖，並檢查訊號。',
        '有些電信公司不會顯示來電號碼。請接聽電話並按 #。',
        '通知會在您另一部裝置的 Proofup 裡等候，位於「$t(navigation.approvals)」。請在那裡開啟。',
        '如果設定了其他方法，請選擇「$t(signIn.differentOption)」。',
      ],
      words: '推播 語音 電話 響鈴 未顯示號碼 來電號碼 核准',
    },
    noMethod: {
      title: '我的驗證方法都無法使用',
      steps: [
        '登入時選擇「$t(signIn.differentOption)」，可看到您設定過的所有方法。',
        '如果都無法使用，請致電技術支援中心。他們可以讓您不經第二個步驟登入一次，或請您重新設定驗證方法。',
        '請提供這個應用程式的詳細資料，讓他們能快速找到您的紀錄。',
      ],
      words: '無法登入 全部遺失 略過 重設',
    },
    locked: {
      title: '我的帳戶已鎖定或遭封鎖',
      steps: [
        '輸入太多次錯誤的密碼或驗證碼後，過一段時間會自動恢復登入。訊息會說明需要多久。',
        '如果訊息說您已遭封鎖，只有技術支援中心能解除。',
        '如果不是您本人嘗試登入，請在登入後立即變更密碼。',
      ],
      words: '鎖定 嘗試過多 user_blocked account_locked',
    },
    askedEveryTime: {
      title: '每次都要求我輸入驗證碼',
      steps: [
        '輸入驗證碼時，請選取「不要再問我」。這只對這部電腦有效，天數由您的組織決定。',
        '如果沒有看到這個選項，表示您的組織不允許。',
        '變更密碼後，所有電腦都會再次要求驗證碼。',
      ],
      words: '記住 受信任的裝置 再次',
    },
    changePassword: {
      title: '我想變更密碼',
      steps: ['您需要目前的密碼和第二個步驟。', '其他裝置會登出；除非您選擇保留，否則應用程式密碼也會一併刪除。'],
      words: '密碼 新 忘記',
    },
    lostPhone: {
      title: '我的手機遺失或遭竊',
      steps: [
        '請在「$t(navigation.security)」頁面刪除該電話及其驗證器應用程式。如果沒有其他方法，請先設定一個。',
        '刪除在該手機上使用的應用程式密碼。如果不確定是哪些，請全部刪除。',
        '在受信任的裝置旁選擇「$t(securityInfo.restoreButton)」，讓每部裝置再次要求第二個步驟。',
        '通知您的電信公司與技術支援中心。',
      ],
      words: '遺失 被偷 裝置 平板 筆記型電腦 不見',
    },
    newPhone: {
      title: '我換了新手機',
      steps: ['新手機設定完成之前，請保留舊手機。', '在新手機安裝驗證器應用程式，並掃描畫面上出現的 QR 代碼。', '完成後，從清單中刪除舊手機。'],
      words: '更換 換手機 轉移',
    },
    newNumber: {
      title: '我的電話號碼變更了',
      steps: ['我們會將驗證碼傳送到新號碼，或撥打該號碼。新號碼驗證之前，舊號碼仍然有效。', '如果號碼是由您的組織設定，請洽系統管理員。'],
      words: 'sim 號碼 手機 辦公室 分機',
    },
    notActivated: {
      title: '「驗證要求所屬的帳戶尚未啟用」',
      steps: ['收到要求的應用程式已不再為您的帳戶註冊。', '請從應用程式中移除該帳戶。', '重新設定應用程式，並掃描新的 QR 代碼。'],
      words: 'app_not_activated not_an_activated_account 重新安裝',
    },
    gotToken: {
      title: '我拿到了硬體權杖',
      steps: ['請準備好權杖：序號在背面。', '輸入序號以及權杖顯示的驗證碼。'],
      words: '鑰匙圈 yubikey oath 序號',
    },
    mailApp: {
      title: '郵件應用程式無法登入',
      steps: [
        '無法要求驗證碼的應用程式，需要用應用程式密碼代替您的密碼。',
        '為每部裝置各建立一個，並在應用程式要求密碼時輸入。',
        '刪除應用程式先前儲存的密碼，然後重新啟動應用程式。',
      ],
      words: 'outlook thunderbird apple mail imap smtp pop3 activesync 行事曆 印表機 掃描器 app_password_required',
    },
    nonBrowser: {
      title: '應用程式顯示 0x800434D4L',
      steps: [
        '這個應用程式無法登入使用雙步驟驗證的帳戶。',
        '如果是日常使用的帳戶，請建立應用程式密碼，並在該應用程式中輸入。',
        '應用程式密碼無法用於管理工作。系統管理員請使用另一個帳戶。',
      ],
      words: '800434d4 powershell office 非瀏覽器 系統管理員',
    },
    noAppPassword: {
      title: '我無法建立應用程式密碼',
      steps: [
        '應用程式密碼頁面會說明原因。可能是您的組織不允許，或您的帳戶不需要。',
        '最多可以有 40 個。請刪除不再使用的，以騰出空間。',
        '每個名稱只能使用一次。',
      ],
      words: '沒有索引標籤 灰色 上限 40 app_passwords_not_allowed',
    },
    addAccount: {
      title: '用 QR 代碼新增帳戶',
      steps: ['開啟其他服務顯示 QR 代碼的頁面。', '選擇「$t(scan.title)」，再選擇圖片、剪貼簿、螢幕或相機。', '您也可以貼上連結，或輸入祕密金鑰。'],
      words: 'otpauth 掃描 匯入 連結 祕密金鑰 github google',
    },
    newComputer: {
      title: '將我的帳戶移到另一部電腦',
      steps: [
        '設定複雜密碼或列印復原單，才能在那裡開啟保存庫。',
        '選擇「$t(vault.placeMenu)」，將保存庫複製到隨身碟或磁碟機。',
        '在另一部電腦上，選擇「$t(vault.move.use)」。',
      ],
      words: '轉移 移轉 新電腦 保存庫 複製',
    },
    backUp: {
      title: '備份我的帳戶',
      steps: [
        'Proofup 會自動保留保存庫的先前版本。「$t(vault.backups.now)」會保留目前的版本。',
        '備份位於同一個磁碟上。請也將保存庫複製到其他地方。',
        '請列印復原單：沒有金鑰，就無法開啟任何備份。',
      ],
      words: '備份 還原 復原單',
    },
    passphrase: {
      title: '驗證器要求輸入複雜密碼',
      steps: [
        '這是您在這部電腦上為保存庫設定的複雜密碼，不是您帳戶的密碼。',
        '如果不記得，請選擇「$t(vault.unlock.bySheet)」或「$t(vault.unlock.byKeyring)」。',
        '沒有人能找回複雜密碼。如果沒有任何金鑰，請重新設定您的帳戶。',
      ],
      words: '解除鎖定 保存庫 鎖定 金鑰圈 忘記',
    },
    strange: {
      title: '我收到不是自己發出的要求',
      steps: ['請拒絕。可能有人知道您的密碼。', '變更您的密碼。', '查看最近的活動。如果有您不認得的項目，請在其詳細資料中選擇「$t(activity.notMe.action)」。'],
      words: '詐騙 盜用 密碼外洩 網路釣魚 不明登入',
    },
    kept: {
      title: '會保留哪些關於我的資料？',
      steps: [
        '每次登入：時間、使用的方法、位址，以及結果。電話號碼會經過遮罩。',
        '方法、應用程式密碼與裝置的每次變更：時間、內容，以及變更者。',
        '密碼、驗證碼與祕密金鑰一律不會記錄。其餘資料保留多久由您的組織決定。',
      ],
      words: '隱私 資料 記錄 個資 保留期限',
    },
    offline: {
      title: 'Proofup 顯示離線',
      steps: ['請檢查網路。沒有網路時，驗證碼仍可使用。', '請在「$t(settings.title)」中檢查服務位址，應與您的組織提供的相同。', '應用程式會自動重試；您也可以要求立即重試。'],
      words: '網路 連線 服務 無法連線 service_unreachable vpn proxy',
    },
  },
  actions: {
    checkClock: '檢查時鐘',
    copyDetails: '複製詳細資料給技術支援中心',
    createAppPassword: '$t(appPasswords.createTitle)',
    openAppPasswords: '開啟應用程式密碼',
    setUpApp: '$t(securityInfo.setUpApp)',
    changeNumber: '變更電話號碼',
    addToken: '$t(hardwareToken.add)',
    openSecurity: '開啟安全性',
    openApprovals: '開啟核准',
    openActivity: '開啟最近的活動',
    openAuthenticator: '開啟驗證器',
    addAccount: '$t(authenticator.add)',
    openVault: '開啟保存庫設定',
    changePassword: '$t(password.change)',
    tryService: '立即連線服務',
    deleteAppPasswords: '$t(appPasswords.deleteAll)',
  },
  clock: {
    right: '這部電腦的時鐘正確。',
    slow: '這部電腦的時鐘慢了 {{time}}。請在系統設定中開啟自動設定時間。',
    fast: '這部電腦的時鐘快了 {{time}}。請在系統設定中開啟自動設定時間。',
    unknown: '服務回應後，就會比對時鐘。',
  },
  service: {
    answers: '服務有回應。',
    silent: '服務尚未回應。',
  },
  codes: {
    '0x800434D4L': {
      title: '這個應用程式無法登入使用雙步驟驗證的帳戶',
      next: '請建立應用程式密碼，並在該應用程式中輸入以代替您的密碼。管理工作請使用另一個帳戶。',
    },
  },
}
