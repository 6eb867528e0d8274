// The vault, its key and its folder.

import type { vault as english } from '../../en/errors/vault'

export const vault: typeof english = {
  vault_locked: {
    title: '验证器已锁定',
    next: '请在验证器页面上解锁。',
  },
  vault_passphrase_needed: {
    title: '请先选择通行短语',
    next: '此计算机没有密钥环。请在“验证器”页面设置通行短语。',
  },
  vault_key_missing: {
    title: '未找到你帐户的密钥',
    detail: '查询位置：{{asked}}。',
    next: '请解锁系统的密钥环，然后重试。没有删除任何数据。',
  },
  wrong_passphrase: {
    title: '通行短语不正确',
    next: '请重试。',
  },
  passphrase_too_short: {
    title: '通行短语太短',
    next: '请至少使用八个字符。',
  },
  key_of_another_vault: {
    title: '此密钥属于另一个保管库',
    detail: '应为 {{expected}}，找到 {{found}}。',
    next: '请还原与此密钥匹配的文件夹，或使用正确的密钥环。没有更改任何数据。',
  },
  vault_damaged: {
    title: '你的保管库文件已损坏',
    next: '请还原备份。Proofup 会保留损坏的文件。',
  },
  vault_newer: {
    title: '你的帐户由较新版本的 Proofup 保存',
    next: '请更新此应用，然后重试。没有更改任何数据。',
  },
  vault_too_costly: {
    title: '打开此文件会花太长时间',
    next: '它以异常缓慢的设置加密。请还原备份，或联系技术支持人员。',
  },
  vault_busy: {
    title: '另一个程序正在保存你的帐户',
    next: '请稍候再重试。',
  },
  vault_changed_on_disk: {
    title: '你的帐户已被另一个程序更改',
    next: '请重新打开验证器页面，然后再次更改。没有覆盖任何数据。',
  },
  vault_not_saved: {
    title: '无法保存你的帐户',
    detail: '系统消息：{{detail}}。',
    next: '请检查磁盘空间以及是否可以写入。没有丢失任何数据。',
  },
  backup_unreadable: {
    title: '无法读取此备份',
    next: '请选择其他备份。',
  },
  vault_second_home_needed: {
    title: '请先保留第二把密钥',
    next: '系统密钥环一旦丢失，帐户也会随之丢失。请在设置的“保管库”中打印恢复单或设置通行短语，然后再添加帐户。',
  },
  vault_last_home: {
    title: '请先设置其他解锁方式',
    next: '请确认恢复单或设置通行短语，之后就能移除这一个。',
  },
  not_a_vault: {
    title: '此文件夹中没有保管库',
    next: '请选择包含 vault.age 文件的文件夹。未更改任何内容。',
  },
  folder_taken: {
    title: '此文件夹中已有保管库',
    next: '请选择其他文件夹。Proofup 绝不会覆盖保管库。',
  },
  move_cancelled: {
    title: '已取消',
    next: '保管库仍在原处，未更改任何内容。',
  },
  sheet_character: {
    title: '恢复单没有此字符',
    detail: '请看第 {{group}} 组：{{character}}',
    next: '恢复单只含英文字母和数字。请将这一组与纸质版核对。',
  },
  sheet_incomplete: {
    title: '恢复单内容不完整',
    detail: '请看第 {{group}} 组。',
    next: '请输入全部十五组。缺少的字符数：{{missing}}。',
  },
  sheet_too_long: {
    title: '字符太多',
    detail: '请看第 {{group}} 组。',
    next: '请与纸质版核对。多出的字符数：{{extra}}。',
  },
  sheet_mistyped: {
    title: '有字符输入错误',
    detail: '请看第 {{groups}} 组。',
    next: '请逐字与纸质版核对。',
  },
  sheet_piece_wrong: {
    title: '这与恢复单上的内容不符',
    detail: '请看第 {{group}} 组。',
    next: '请检查打印出来的恢复单，或重新打印。',
  },
  quarantined_gone: {
    title: '此条目已不存在',
    next: '请重新打开“验证器”页面，查看当前列表。',
  },
  folder_not_absolute: {
    title: '请输入文件夹的完整路径',
    next: '路径要以驱动器号或斜杠开头，例如 /home/ann/Documents/Vault。',
  },
  folder_not_text: {
    title: '无法使用此文件夹的名称',
    next: '名称含有无法视为文本的字符。请重命名文件夹，或选择其他文件夹。',
  },
  vault_folder_missing: {
    title: '找不到保管库的文件夹',
    next: '请插入 U 盘或连接保管库所在的驱动器，然后重试。没有另建新的保管库。如果保管库已移到其他位置，请在设置的“保管库”中选择它的文件夹。',
  },
  keyring_unavailable: {
    title: '密钥环没有响应',
    detail: '系统消息：{{detail}}。',
    next: '请解锁或启动系统的密钥环，然后重试。',
  },
  vault_already_there: {
    title: '已有帐户存在',
    next: '请使用其通行短语解锁。没有覆盖任何数据。',
  },
  passphrase_unavailable: {
    title: '无法获取通行短语',
    detail: '系统消息：{{detail}}。',
    next: '请检查为此设置的文件或命令，然后重试。',
  },
  key_file_damaged: {
    title: '你帐户的密钥文件已损坏',
    next: '请从计算机的备份还原数据文件夹，或解锁密钥环后重试。没有删除任何数据。',
  },
  code_not_shown: {
    title: '此验证码已不再显示',
    next: '请复制当前显示的验证码。',
  },
}
