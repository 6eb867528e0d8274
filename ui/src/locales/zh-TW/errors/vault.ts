// The vault, its key and its folder.

import type { vault as english } from '../../en/errors/vault'

export const vault: typeof english = {
  vault_locked: {
    title: '驗證器已鎖定',
    next: '請在驗證器頁面上解除鎖定。',
  },
  vault_passphrase_needed: {
    title: '請先選擇複雜密碼',
    next: '這部電腦沒有金鑰圈。請在「驗證器」頁面設定複雜密碼。',
  },
  vault_key_missing: {
    title: '找不到您帳戶的金鑰',
    detail: '查詢位置：{{asked}}。',
    next: '請將系統的金鑰圈解除鎖定，然後再試一次。沒有刪除任何資料。',
  },
  wrong_passphrase: {
    title: '複雜密碼不正確',
    next: '請再試一次。',
  },
  passphrase_too_short: {
    title: '複雜密碼太短',
    next: '請至少使用八個字元。',
  },
  key_of_another_vault: {
    title: '此金鑰屬於另一個保存庫',
    detail: '應為 {{expected}}，找到 {{found}}。',
    next: '請還原與此金鑰相符的資料夾，或使用正確的金鑰圈。沒有變更任何資料。',
  },
  vault_damaged: {
    title: '您的保存庫檔案已損毀',
    next: '請還原備份。Proofup 會保留損毀的檔案。',
  },
  vault_newer: {
    title: '您的帳戶由較新版的 Proofup 儲存',
    next: '請更新此應用程式，然後再試一次。沒有變更任何資料。',
  },
  vault_too_costly: {
    title: '開啟此檔案會花太長時間',
    next: '它以異常緩慢的設定加密。請還原備份，或連絡技術支援中心。',
  },
  vault_busy: {
    title: '另一個程式正在儲存您的帳戶',
    next: '請稍候再試一次。',
  },
  vault_changed_on_disk: {
    title: '您的帳戶已被另一個程式變更',
    next: '請重新開啟驗證器頁面，然後再次變更。沒有覆寫任何資料。',
  },
  vault_not_saved: {
    title: '無法儲存您的帳戶',
    detail: '系統訊息：{{detail}}。',
    next: '請檢查磁碟空間以及是否可以寫入。沒有遺失任何資料。',
  },
  backup_unreadable: {
    title: '無法讀取此備份',
    next: '請選擇其他備份。',
  },
  vault_second_home_needed: {
    title: '請先保留第二把金鑰',
    next: '系統金鑰圈一旦遺失，帳戶也會跟著遺失。請在「設定」的「保存庫」列印復原單或設定複雜密碼，然後再新增帳戶。',
  },
  vault_last_home: {
    title: '請先設定其他解除鎖定的方式',
    next: '請確認復原單或設定複雜密碼，之後就能移除這一個。',
  },
  not_a_vault: {
    title: '這個資料夾中沒有保存庫',
    next: '請選擇含有 vault.age 檔案的資料夾。沒有變更任何內容。',
  },
  folder_taken: {
    title: '這個資料夾中已經有保存庫',
    next: '請選擇其他資料夾。Proofup 絕不會覆寫保存庫。',
  },
  move_cancelled: {
    title: '已取消',
    next: '保存庫仍在原處，沒有變更任何內容。',
  },
  sheet_character: {
    title: '復原單沒有這個字元',
    detail: '請看第 {{group}} 組：{{character}}',
    next: '復原單只含英文字母和數字。請將這一組與紙本核對。',
  },
  sheet_incomplete: {
    title: '復原單內容不完整',
    detail: '請看第 {{group}} 組。',
    next: '請輸入全部十五組。缺少的字元數：{{missing}}。',
  },
  sheet_too_long: {
    title: '字元太多',
    detail: '請看第 {{group}} 組。',
    next: '請與紙本核對。多出的字元數：{{extra}}。',
  },
  sheet_mistyped: {
    title: '有字元輸入錯誤',
    detail: '請看第 {{groups}} 組。',
    next: '請逐字與紙本核對。',
  },
  sheet_piece_wrong: {
    title: '這與復原單上的內容不符',
    detail: '請看第 {{group}} 組。',
    next: '請檢查列印出來的復原單，或重新列印。',
  },
  quarantined_gone: {
    title: '這個項目已不存在',
    next: '請重新開啟「驗證器」頁面，查看目前的清單。',
  },
  folder_not_absolute: {
    title: '請輸入資料夾的完整路徑',
    next: '路徑要以磁碟機代號或斜線開頭，例如 /home/ann/Documents/Vault。',
  },
  folder_not_text: {
    title: '無法使用這個資料夾的名稱',
    next: '名稱含有無法視為文字的字元。請重新命名資料夾，或選擇其他資料夾。',
  },
  vault_folder_missing: {
    title: '找不到保存庫的資料夾',
    next: '請接上隨身碟或連線到保存庫所在的磁碟機，然後再試一次。沒有另建新的保存庫。如果保存庫已移到其他位置，請在「設定」的「保存庫」選擇它的資料夾。',
  },
  keyring_unavailable: {
    title: '金鑰圈沒有回應',
    detail: '系統訊息：{{detail}}。',
    next: '請將系統的金鑰圈解除鎖定或啟動，然後再試一次。',
  },
  vault_already_there: {
    title: '已有帳戶存在',
    next: '請使用其複雜密碼解除鎖定。沒有覆寫任何資料。',
  },
  passphrase_unavailable: {
    title: '無法取得複雜密碼',
    detail: '系統訊息：{{detail}}。',
    next: '請檢查為此設定的檔案或命令，然後再試一次。',
  },
  key_file_damaged: {
    title: '您帳戶的金鑰檔案已損毀',
    next: '請從電腦的備份還原資料夾，或將金鑰圈解除鎖定後再試一次。沒有刪除任何資料。',
  },
  code_not_shown: {
    title: '此驗證碼已不再顯示',
    next: '請複製目前顯示的驗證碼。',
  },
}
