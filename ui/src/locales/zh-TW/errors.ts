// What happened, and what to do next, for every code that can reach a person.

import type { errors as english } from '../en/errors'

export const errors: typeof english = {
  service_unreachable: {
    title: '無法連線到服務',
    next: '請檢查您的網路連線，以及「設定」中的服務位址。Proofup 會繼續嘗試。',
  },
  service_not_started: {
    title: '示範服務未能啟動',
    detail: '系統訊息：{{detail}}。',
    next: '請再試一次。如果再次發生，請重新啟動應用程式。',
  },
  service_answer_invalid: {
    title: '這個位址不是驗證服務',
    next: '請檢查「設定」中的服務位址。',
  },
  signed_out: {
    title: '您已登出',
    next: '請重新登入。',
  },
  sign_in_over: {
    title: '這次登入已結束',
    next: '請重新登入。',
  },
  service_address_invalid: {
    title: '這不是服務位址',
    reasons: {
      not_a_url: '格式必須類似 https://verify.example.com。',
      not_https: '開頭必須是 https://。',
    },
    next: '請輸入您的組織提供的位址。',
  },
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
  link_not_otpauth: {
    title: '這不是帳戶連結',
    next: '開頭必須是 otpauth://。請複製完整的連結。',
  },
  link_too_long: {
    title: '連結太長',
    next: '請向發行者索取其他連結。',
  },
  link_kind_unknown: {
    title: '連結要求的驗證碼類型不明',
    detail: '找到的值：{{value}}。',
    next: '請向發行者索取其他連結。',
  },
  link_export_damaged: {
    title: '無法讀取此匯出',
    next: '它不完整或已損毀。請在另一個應用程式中再次顯示 QR 代碼，然後重新掃描。',
  },
  export_value_unknown: {
    title: '此匯出中有一個無法辨識的項目',
    detail: '找到：{{field}} {{value}}。',
    next: '請使用該帳戶自己的 QR 代碼，或手動新增。',
  },
  secret_missing: {
    title: '缺少祕密金鑰',
    next: '請複製完整的連結，或輸入祕密金鑰。',
  },
  secret_not_base32: {
    title: '這不是祕密金鑰',
    detail: '錯誤的字元：{{character}}，位於第 {{position}} 個位置。',
    next: '祕密金鑰由字母 A 到 Z 和數字 2 到 7 組成。請更正後再試一次。',
  },
  secret_too_long: {
    title: '祕密金鑰太長',
    next: '請更正後再試一次。',
  },
  algorithm_unknown: {
    title: '不明的演算法',
    detail: '找到的值：{{value}}。',
    next: 'Proofup 支援 SHA1、SHA256 和 SHA512。請向發行者索取其他連結。',
  },
  steam_needs_sha1: {
    title: 'Steam 驗證碼只能使用 SHA1 產生',
    detail: '找到的值：{{value}}。',
    next: '請選擇 SHA1。',
  },
  digits_out_of_range: {
    title: '無法使用此位數',
    detail: '找到的值：{{value}}。',
    next: '驗證碼有 1 到 9 位數；Steam 驗證碼有 5 個字元。',
  },
  period_out_of_range: {
    title: '無法使用此時間間隔',
    detail: '找到的值：{{value}}。',
    next: '請使用 1 到 86,400 秒。大多數帳戶使用 30 秒。',
  },
  counter_out_of_range: {
    title: '無法使用此計數器',
    detail: '找到的值：{{value}}。',
    next: '請使用 0 或更大的整數。',
  },
  account_name_empty: {
    title: '帳戶需要名稱',
    next: '請輸入發行者或帳戶名稱。',
  },
  account_name_too_long: {
    title: '名稱太長',
    next: '請最多使用 256 個字元。',
  },
  account_name_invalid: {
    title: '名稱含有無法顯示的字元',
    next: '請輸入名稱，不要使用貼上。',
  },
  note_too_long: {
    title: '備註太長',
    next: '請最多使用 {{most}} 個字元。',
  },
  tag_too_long: {
    title: '標籤太長',
    next: '請最多使用 {{most}} 個字元。',
  },
  tags_too_many: {
    title: '標籤太多',
    next: '一個帳戶最多可有 {{most}} 個標籤。請先移除一個。',
  },
  icon_too_large: {
    title: '圖片太大',
    next: '請選擇不超過 10 MB 的圖片。',
  },
  account_exists: {
    title: '您已經有這個帳戶',
    next: '您可以使用清單中該帳戶的驗證碼。',
  },
  account_gone: {
    title: '此帳戶已不存在',
    next: '清單已更新。',
  },
  picture_unreadable: {
    title: '無法讀取此圖片',
    next: '請選擇 PNG 或 JPEG 圖片。',
  },
  picture_too_large: {
    title: '圖片太大',
    next: '請裁剪到只剩 QR 代碼，然後再試一次。',
  },
  picture_too_busy: {
    title: '圖片中有太多類似 QR 代碼的內容',
    next: '請裁剪到只剩 QR 代碼，然後再試一次。',
  },
  picture_without_qr: {
    title: '此圖片中沒有 QR 代碼',
    next: '請使用清晰且包含完整代碼及白色邊緣的圖片。',
  },
  picture_text_unreadable: {
    title: '無法讀取這個 QR 代碼的文字',
    next: '它使用未知的編碼。請向發行者索取連結或祕密金鑰。',
  },
  picture_without_account: {
    title: '此圖片中的 QR 代碼不是帳戶',
    next: '請使用發行者為驗證器應用程式顯示的 QR 代碼。',
  },
  picture_without_link: {
    title: '此圖片中的 QR 代碼不是 Proofup 的連結',
    next: '請使用設定頁面或您的組織顯示的 QR 代碼。',
  },
  qr_too_long: {
    title: '此帳戶無法放入 QR 代碼',
    next: '名稱太長。請縮短名稱，或以連結匯出。',
  },
  import_unrecognised: {
    title: '這不是已知的匯出檔案',
    next: '請在另一個應用程式中重新匯出帳戶（該程式自己的檔案或 otpauth 連結），然後選擇該檔案。',
  },
  import_too_large: {
    title: '檔案太大',
    next: '匯出檔案最多 64 MB、20,000 個項目。請選擇匯出檔案本身，而不是壓縮檔。',
  },
  import_password_needed: {
    title: '檔案已加密',
    next: '請輸入匯出時選擇的密碼。',
  },
  import_password_wrong: {
    title: '這不是檔案的密碼',
    next: '請輸入匯出時選擇的密碼。它可能與應用程式的密碼不同。',
  },
  import_password_or_damaged: {
    title: '密碼錯誤，或檔案已損壞',
    next: '請再試一次密碼。如果密碼正確，請重新匯出帳戶。',
  },
  import_damaged: {
    title: '檔案已損壞',
    next: '部分內容遺失或遭到變更。請重新匯出帳戶，然後選擇新檔案。',
  },
  import_version_unsupported: {
    title: '檔案來自較新的應用程式',
    next: '這裡還不認識此版本。請更新 Proofup，或以較舊的格式匯出。',
  },
  import_variant_unsupported: {
    title: '此類檔案無法在其應用程式之外開啟',
    next: '請使用獨立的密碼重新匯出，或不加密匯出。',
  },
  import_too_costly: {
    title: '開啟檔案需要太多運算',
    next: '它的要求超過任何已知的匯出檔案。請使用一般設定重新匯出。',
  },
  import_memory: {
    title: '開啟檔案需要大量記憶體',
    next: '它會在幾秒內使用約 {{megabytes}} MB。如果記憶體不足，請先關閉其他程式，然後繼續。',
  },
  import_gone: {
    title: '檔案已不再開啟',
    next: '請重新選擇檔案。',
  },
  import_cancelled: {
    title: '匯入已取消',
    next: '你可以隨時重新選擇檔案。',
  },
  import_secret_elsewhere: {
    title: '檔案中沒有它的密鑰',
    next: '它的密鑰留在手機上。請在該服務重新設定。',
  },
  import_entry_damaged: {
    title: '此項目已損壞',
    next: '請重新匯出，或在該服務重新設定帳戶。',
  },
  clipboard_without_picture: {
    title: '剪貼簿中沒有圖片',
    next: '請複製顯示 QR 代碼的圖片，然後再試一次。',
  },
  screen_unavailable: {
    title: '這裡無法擷取螢幕畫面',
    detail: '系統訊息：{{detail}}。',
    next: '請使用桌面擷取螢幕畫面，然後選擇該檔案或貼上圖片。',
  },
  screen_refused: {
    title: '未獲准擷取螢幕',
    next: '請再試一次並允許，或選擇圖片檔案。',
  },
  draft_gone: {
    title: '此預覽已過期',
    next: '請重新讀取連結或圖片。',
  },
  setup_gone: {
    title: '此次設定已結束',
    next: '請產生新的 QR 代碼。',
  },
  app_password_gone: {
    title: '應用程式密碼已不再顯示',
    next: '請刪除並建立新的密碼。',
  },
  account_not_hotp: {
    title: '此帳戶的驗證碼是依時間產生',
    next: '請使用顯示的驗證碼。',
  },
  settings_not_saved: {
    title: '無法儲存設定',
    detail: '系統訊息：{{detail}}。',
    next: '請檢查磁碟空間以及是否可以寫入。',
  },
  shortcut_invalid: {
    title: '這些按鍵不能作為快速鍵',
    reasons: {
      no_modifier: '必須同時按住 Ctrl、Alt 或系統鍵，才不會影響輸入。',
      unknown_key: '可以使用字母、數字、功能鍵和空白鍵。',
      reserved: '大多數程式或桌面本身需要這些按鍵。',
    },
    next: '請按下其他按鍵。',
  },
  shortcut_taken: {
    title: '其他程式正在使用這些按鍵',
    next: '請按下其他按鍵，或先在其他程式中釋放它們。',
  },
  shortcut_refused: {
    title: '快速鍵未獲允許',
    next: '請重新選擇按鍵，並在桌面詢問時允許。',
  },
  shortcut_unavailable: {
    title: '無法設定快速鍵',
    detail: '系統訊息：{{detail}}。',
    next: '請在桌面的設定中為命令 proofup-desktop 設定快速鍵。',
  },
  session_start_not_changed: {
    title: '無法變更登入時啟動',
    detail: '系統訊息：{{detail}}。',
    next: '請在桌面的設定中，於隨工作階段啟動的程式項下變更。',
  },
  clipboard_unavailable: {
    title: '無法使用剪貼簿',
    detail: '系統訊息：{{detail}}。',
    next: '請再試一次，或改為輸入。',
  },
  app_fault: {
    title: '此應用程式發生問題',
    next: '請再試一次。如果再次發生，請將詳細資料提供給技術支援中心。',
  },
  invalid_request: {
    title: '服務不接受這項要求',
    detail: '欄位：{{field}}。',
    next: '請檢查您輸入的內容。應用程式的版本可能比服務舊或新。',
  },
  invalid_token: {
    title: '您的工作階段已結束',
    next: '請重新登入。',
  },
  insufficient_scope: {
    title: '您目前無法這麼做',
    next: '請先完成帳戶設定，或重新登入。',
  },
  precondition_failed: {
    title: '其他人在這段時間變更了此內容',
    next: '請重新載入，然後再變更一次。',
  },
  not_found: {
    title: '項目已不存在',
    next: '可能已在其他地方刪除。頁面現在是最新的。',
  },
  wrong_password: {
    title: '目前的密碼不正確',
    next: '請檢查後再試一次。',
  },
  password_invalid: {
    title: '無法使用此密碼',
    next: '請選擇其他密碼。',
    reasons: {
      too_short: '密碼少於 8 個字元。',
      too_long: '密碼超過 256 個字元。',
      too_common: '這是一般人最先會嘗試的密碼之一。',
      same: '與目前的密碼相同。',
    },
  },
  user_name_taken: {
    title: '已有人使用這個使用者名稱',
    next: '請選擇其他使用者名稱，或在清單中尋找此人。',
  },
  last_administrator: {
    title: '這是最後一位系統管理員',
    next: '請先將其他人設為系統管理員，然後再試一次。',
  },
  administrator_protected: {
    title: '這是系統管理員',
    next: '技術支援中心不能變更系統管理員的帳戶。請洽詢另一位系統管理員。',
  },
  own_account: {
    title: '這是您自己的帳戶',
    next: '請使用「安全性」頁面管理您自己的方法，或請同事協助。',
  },
  not_blocked: {
    title: '此人並未遭到封鎖',
    next: '沒有需要解除的封鎖。如果對方仍無法登入，請查看其最近的活動。',
  },
  rate_limited: {
    title: '要求次數過多',
    detail: '{{retryAfter}}後可以再試一次。',
    next: '請稍候再試一次。',
  },
  step_up_required: {
    title: '請再次驗證以進行此變更',
    next: '請再試一次，並在系統要求時輸入驗證碼。',
  },
  service_unavailable: {
    title: '服務無法使用',
    next: '請在幾分鐘後再試一次。',
  },
  internal_error: {
    title: '服務發生問題',
    next: '請再試一次。如果再次發生，請將詳細資料提供給技術支援中心。',
  },
  phone_number_invalid: {
    title: '這不是電話號碼',
    reasons: {
      country_code_missing: '缺少國碼。請選擇國家/地區。',
      country_code_unknown: '沒有任何國家/地區使用此國碼。',
      too_short: '對此國家/地區而言，數字太少。',
      too_long: '對此國家/地區而言，數字太多。',
      not_a_number: '含有電話號碼不會有的字元。',
      not_in_use: '此國家/地區沒有這樣開頭的號碼。',
      opted_out: '這個號碼已停止接收簡訊。請傳送 START 到簡訊的來源號碼，然後再試一次。',
      extension_not_allowed: '只有辦公室電話可以使用分機。',
    },
    next: '請更正後再試一次。',
  },
  phone_type_exists: {
    title: '此電話已有號碼',
    next: '請改為變更該號碼。',
  },
  text_not_sent: {
    title: '無法傳送文字簡訊',
    next: '請檢查號碼後再試一次，或使用其他方法。',
  },
  call_not_placed: {
    title: '無法撥打電話',
    next: '請檢查號碼並再試一次，或使用其他方法。',
  },
  authentication_phone_needed: {
    title: '請先設定驗證電話',
    next: '之後就能新增替代驗證電話。',
  },
  alternate_phone_exists: {
    title: '替代驗證電話需要這支電話',
    next: '請先刪除替代驗證電話。',
  },
  display_name_invalid: {
    title: '無法使用此名稱',
    reasons: {
      empty: '名稱是空的。',
      too_long: '超過 64 個字元。',
      control_characters: '含有無法顯示的字元。',
    },
    next: '請選擇其他名稱。',
  },
  method_not_allowed: {
    title: '您的組織不允許使用這個方法',
    next: '請選擇其他方法，或洽詢系統管理員。',
  },
  last_method: {
    title: '無法刪除您最後一個方法',
    next: '少了它您將無法再登入。請先新增其他方法，再刪除這個方法。',
  },
  preferred_method_not_usable: {
    title: '此選項無法作為慣用選項',
    next: '請先設定此選項，或選擇其他選項。',
  },
  oath_limit_reached: {
    title: '您已達到驗證器應用程式和硬體權杖的上限',
    detail: '上限：{{limit}}。',
    next: '請先刪除其中一個。',
  },
  hardware_token_not_found: {
    title: '無法新增這個硬體權杖',
    next: '請檢查背面的序號。如果序號正確，請洽詢技術支援中心。權杖可能屬於其他人。',
  },
  hardware_token_exists: {
    title: '您已經有這個硬體權杖',
    next: '它已在您的硬體權杖清單中。',
  },
  hardware_token_not_valid: {
    title: '目前無法使用這個硬體權杖',
    next: '它尚未生效，或已經到期。請向技術支援中心索取另一個。',
  },
  codes_not_consecutive: {
    title: '這不是兩個連續的驗證碼',
    next: '請輸入權杖顯示的驗證碼，再輸入緊接著的下一個。兩個都必須是新的。',
  },
  token_file_invalid: {
    title: '無法讀取這個檔案',
    next: '請確認它是製造商提供的硬體權杖清單。',
  },
  incorrect_code: {
    title: '驗證碼不正確',
    detail_one: '還可以嘗試 {{triesLeft}} 次。',
    detail_other: '還可以嘗試 {{triesLeft}} 次。',
    next: '請檢查後重新輸入。',
  },
  code_expired: {
    title: '驗證碼已過期',
    next: '請取得新的驗證碼並輸入。',
  },
  code_superseded: {
    title: '已傳送較新的驗證碼',
    next: '請輸入最新簡訊中的驗證碼。',
  },
  code_already_used: {
    title: '此驗證碼已使用過',
    next: '請等待應用程式的下一個驗證碼，或傳送新的驗證碼。',
  },
  too_many_incorrect_codes: {
    title: '輸入錯誤驗證碼的次數過多',
    detail: '{{retryAfter}}後可以再試一次。',
    next: '請重新開始。',
  },
  registration_not_required: {
    title: '您的帳戶已設定完成',
    next: '請開啟「安全性」頁面來變更您的方法。',
  },
  registration_incomplete: {
    title: '尚未驗證任何方法',
    next: '請先驗證電話或驗證器應用程式。',
  },
  app_password_limit_reached: {
    title: '您已達到應用程式密碼的上限',
    detail: '上限：{{limit}}。',
    next: '請先刪除一個，再建立新的。',
  },
  app_password_name_taken: {
    title: '您已有使用此名稱的應用程式密碼',
    next: '請選擇其他名稱。',
  },
  app_password_name_invalid: {
    title: '無法使用此名稱',
    reasons: {
      empty: '名稱是空的。',
      too_long: '超過 64 個字元。',
      control_characters: '含有無法顯示的字元。',
    },
    next: '請選擇其他名稱。',
  },
  app_passwords_not_allowed: {
    title: '無法建立應用程式密碼',
    reasons: {
      disabled_by_organization: '您的組織不允許使用應用程式密碼。',
      second_step_not_registered: '請先設定其他安全性驗證。',
      managed_by_policy: '您組織的原則要求第二個步驟，且不接受應用程式密碼。',
      modern_sign_in_only: '此帳戶只能搭配可以要求驗證碼的應用程式使用。',
      limit_reached: '您已達到應用程式密碼的上限。',
    },
    next: '如有需要，請洽詢系統管理員。',
  },
  invalid_credentials: {
    title: '使用者名稱或密碼不正確',
    next: '請檢查兩者後再試一次。',
  },
  invalid_authentication: {
    title: '這次登入已結束',
    next: '請重新登入。',
  },
  invalid_app_code: {
    title: '驗證碼不正確',
    next: '請輸入應用程式目前顯示的驗證碼。如果持續失敗，請檢查裝置的時間。',
  },
  code_not_entered: {
    title: '未輸入驗證碼',
    next: '請重新傳送驗證碼，並使用最新的簡訊。',
  },
  activation_code_unknown: {
    title: '不明的啟用代碼',
    next: '請檢查代碼，或產生新的 QR 代碼並掃描。',
  },
  activation_code_expired: {
    title: '此啟用代碼已過期',
    next: '請產生新的 QR 代碼並掃描。',
  },
  activation_code_used: {
    title: '此啟用代碼已使用過',
    next: '每個代碼只供一部裝置使用。請為另一部裝置產生新的 QR 代碼。',
  },
  not_an_activated_account: {
    title: '驗證要求所屬的帳戶尚未啟用',
    next: '請重新設定此裝置：先在這裡移除帳戶，再按「設定」並掃描新的 QR 代碼。',
  },
  decision_not_signed: {
    title: '服務不接受此裝置的回應',
    next: '請在「安全性」頁面重新設定此裝置。',
  },
  number_mismatch: {
    title: '數字不相符',
    next: '為了保護您的帳戶，此要求已結束。請重新登入。',
  },
  request_decided: {
    title: '此要求已有回應',
    next: '如果不是您回應的，請變更密碼並連絡技術支援中心。',
  },
  request_expired: {
    title: '此要求已過期',
    next: '請重新登入，並在一分鐘內回應。',
  },
  in_progress: {
    title: '您的裝置上還有其他要求正在等候',
    detail: '最早的一個會在{{retryAfter}}後結束。',
    next: '請在裝置上回應，或使用其他驗證選項。',
  },
  push_paused: {
    title: '通知已暫停',
    detail: '{{retryAfter}}後可以再次使用。',
    next: '有多個要求正在等候或未獲核准。請使用其他驗證選項。',
  },
  user_declined: {
    title: '要求已在您的裝置上遭到拒絕',
    next: '如果是不小心按到，請再傳送一次。如果是其他人嘗試登入，請變更密碼。',
  },
  push_no_response: {
    title: '沒有人回應通知',
    next: '請再傳送一次，或使用其他驗證選項。',
  },
  activation_invalid: {
    title: '這不是啟用連結',
    next: '請從設定頁面重新複製連結，或代碼與 URL。',
  },
  device_key_unavailable: {
    title: '無法保存或讀取此裝置的金鑰',
    next: '請解除鎖定金鑰圈，或在「驗證器」頁面解除鎖定您的帳戶，然後再試一次。',
  },
  account_locked: {
    title: '錯誤嘗試次數過多',
    detail: '{{retryAfter}}後可以再試一次。',
    next: '請稍候再試一次，或請技術支援中心結束等候時間。',
  },
  user_blocked: {
    title: '您的帳戶已遭封鎖',
    next: '請連絡技術支援中心。',
  },
  phone_unreachable: {
    title: '無法連絡您的電話',
    reasons: {
      busy: '線路忙線中，或電話遭到拒接。',
      no_answer: '無人接聽。',
      not_delivered: '文字簡訊無法送達。',
      opted_out: '這支電話已停止接收簡訊。請傳送 START 到簡訊的來源號碼，然後再試一次。',
      gateway: '目前無法撥打電話或傳送文字簡訊。',
    },
    next: '請使用其他驗證選項。',
  },
  user_not_found: {
    title: '使用者名稱或密碼不正確',
    next: '請檢查兩者後再試一次。',
  },
  duplicate_attempt: {
    title: '這次登入在同一時間收到兩次回應',
    next: '只有其中一次有效。如果您現在尚未登入，請重新登入。',
  },
  push_not_delivered: {
    title: '通知尚未送達您的裝置',
    next: '請在裝置上開啟應用程式，並確認已連線。接著再傳送一次，或使用其他驗證選項。',
  },
  phone_number_invalid_format: {
    title: '無法以這個格式連絡此電話號碼',
    next: '請使用其他驗證選項，然後在「安全性」頁面更正號碼，或詢問系統管理員。',
  },
  app_not_activated: {
    title: '驗證要求所屬的帳戶尚未啟用',
    next: '請使用其他驗證選項，然後在「安全性」頁面重新設定應用程式。',
  },
  misconfiguration: {
    title: '您組織的服務無法傳送文字簡訊或撥打電話',
    next: '請使用其他驗證選項，並將詳細資料提供給技術支援中心。',
  },
  call_went_to_voicemail: {
    title: '電話由語音信箱接聽',
    next: '請再次撥打，親自接聽並按 #。',
  },
  call_hung_up: {
    title: '您還沒按 # 通話就結束了',
    next: '請再次撥打，接聽並按 #。',
  },
  fraud_reported: {
    title: '這次登入已被回報為詐騙',
    next: '您的其中一部裝置選擇了「不是我本人」，因此這次登入已結束。如果是誤按，請重新登入；如果您的帳戶遭到封鎖，請要求技術支援中心解除封鎖。',
  },
  no_methods_registered: {
    title: '沒有可用的驗證方法',
    next: '請連絡技術支援中心，以便重新設定。',
  },
  method_disabled: {
    title: '您的組織已停用這個方法',
    next: '請使用其他驗證選項。',
  },
  app_password_invalid: {
    title: '此應用程式密碼無效',
    next: '請檢查，或建立新的密碼。',
  },
  app_password_required: {
    title: '此應用程式需要應用程式密碼',
    next: '請建立一個，並用來取代您的密碼。',
  },
  service_error: {
    title: '服務發生問題',
    next: '請再試一次。如果再次發生，請將詳細資料提供給技術支援中心。',
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
