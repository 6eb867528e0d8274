//! Unencrypted files, one generated file for each format.

use proofup_token_files::{
    EntryFault, Format, ImportError, ImportWarning, NoticeKind, OtpAuth, TokenFileError, migration_links, read_accounts,
};

use crate::support::{lines, lines_of, read};

/// The first account of every file here.
const ANN: &str = "Contoso|ann|GEZDGNBVGY3TQOJQ|totp 30|SHA1|6";
const BEN: &str = "Fabrikam|ben|MFRGGZDFMZTWQ2LK|hotp 7|SHA256|8";

#[test]
fn a_list_of_links_with_comments_is_read() {
    let list = "# my accounts\n\notpauth://totp/Contoso:ann?secret=gezd gnbv gy3t qojq&issuer=Contoso\n\
                otpauth://hotp/Fabrikam:ben?secret=MFRGGZDFMZTWQ2LK&issuer=Fabrikam&algorithm=sha256&digits=8&counter=7\n";
    assert_eq!(lines_of(Format::Links, list), [ANN, BEN]);
}

#[test]
fn two_exports_with_one_number_are_both_read_and_the_same_one_once_more_is_not() {
    let export = |name: &str| {
        let one = OtpAuth::parse(&format!("otpauth://totp/Contoso:{name}?secret=GEZDGNBVGY3TQOJQ")).unwrap().otp_auth;
        migration_links(&vec![one; 11], 0).links
    };
    let (ann, zed) = (export("ann"), export("zed"));
    let import = read(&[ann[0].as_str(), &zed[0], &ann[0], &ann[1]].join("\n"));
    assert_eq!((import.entries(), import.rejected.len(), import.notices.len()), (21, 0, 0));
    let other = read(&[ann[0].as_str(), &zed[0]].join("\n"));
    let notices: Vec<_> = other.notices.iter().map(|notice| (notice.kind, notice.count)).collect();
    assert_eq!(notices, [(NoticeKind::PartsMissing, 1)]);
}

#[test]
fn a_list_in_utf_16_is_read_like_one_in_utf_8() {
    let link = "otpauth://totp/Contoso:ann?secret=GEZDGNBVGY3TQOJQ&issuer=Contoso";
    let little: Vec<u8> = [0xFF, 0xFE].into_iter().chain(link.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let big: Vec<u8> = [0xFE, 0xFF].into_iter().chain(link.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    for bytes in [little, big, [b"\xEF\xBB\xBF", link.as_bytes()].concat()] {
        let import = proofup_token_files::read_accounts(&bytes, Default::default()).expect("it is read");
        assert_eq!(lines(&import), [ANN]);
    }
}

#[test]
fn aegis_of_all_three_versions_is_read_with_groups_notes_and_pins() {
    let file = |version, groups: &str, entry: &str| {
        format!(
            r#"{{"version":1,"header":{{"slots":null,"params":null}},"db":{{"version":{version},{groups}"entries":[
            {{"type":"totp","name":"ann","issuer":"Contoso",{entry}"icon":"aGk=","info":{{"secret":"GEZDGNBVGY3TQOJQ","algo":"SHA1","digits":6,"period":30}}}},
            {{"type":"hotp","name":"ben","issuer":"Fabrikam","info":{{"secret":"MFRGGZDFMZTWQ2LK","algo":"SHA256","digits":8,"counter":7}}}}]}}}}"#
        )
    };
    for (version, groups, entry) in [
        (1, "", ""),
        (2, "", r#""group":"Work","note":"spare","favorite":true,"#),
        (
            3,
            r#""groups":[{"uuid":"g1","name":"Work"}],"#,
            r#""groups":["g1","gone"],"group":"Old","note":"spare","favorite":true,"#,
        ),
    ] {
        let import = read(&file(version, groups, entry));
        assert_eq!((import.format, lines(&import)), (Format::Aegis, vec![ANN.to_owned(), BEN.to_owned()]));
        let first = &import.accounts[0];
        assert_eq!(first.tags, if version == 1 { vec![] } else { vec!["Work".to_owned()] });
        assert_eq!((first.note.as_str(), first.pinned), if version == 1 { ("", false) } else { ("spare", true) });
        assert_eq!(import.notices[0].kind, NoticeKind::IconsLeft);
    }
}

#[test]
fn aegis_md5_is_read_as_sha1_with_a_warning() {
    let file = r#"{"version":1,"header":{},"db":{"version":3,"entries":[{"type":"totp","name":"ann","issuer":"Contoso",
        "info":{"secret":"GEZDGNBVGY3TQOJQ","algo":"MD5","digits":6,"period":30}}]}}"#;
    let import = read(file);
    assert_eq!(lines(&import), [ANN]);
    assert_eq!(import.accounts[0].warnings, [ImportWarning::AlgorithmMended]);
}

#[test]
fn two_fas_is_read_from_its_fields_and_the_link_fills_missing_ones() {
    let file = r#"{"schemaVersion":4,"groups":[{"id":"g","name":"Work"}],"services":[
        {"name":"Contoso","secret":"GEZD GNBV GY3T QOJQ","groupId":"g","otp":{"account":"ann","tokenType":"TOTP","period":null}},
        {"name":"Fabrikam","secret":"MFRGGZDFMZTWQ2LK","otp":{"tokenType":"HOTP","digits":8,"algorithm":"SHA256","counter":7,
         "link":"otpauth://hotp/Fabrikam:ben?secret=MFRGGZDFMZTWQ2LK"}}]}"#;
    assert_eq!(lines_of(Format::TwoFas, file), [ANN, BEN]);
    assert_eq!(read(file).accounts[0].tags, ["Work"]);
}

#[test]
fn two_fas_of_the_first_schema_warns_about_assumed_parameters() {
    let file =
        r#"{"schemaVersion":1,"services":[{"name":"Contoso","secret":"GEZDGNBVGY3TQOJQ","otp":{"account":"ann"}}]}"#;
    let import = read(file);
    assert_eq!(lines(&import), [ANN]);
    assert_eq!(import.accounts[0].warnings, [ImportWarning::ParametersAssumed]);
}

#[test]
fn andotp_is_read_and_its_old_labels_are_split() {
    let file = r#"[{"secret":"GEZDGNBVGY3TQOJQ====","label":"Contoso - Contoso:ann","digits":6,"type":"TOTP","algorithm":"SHA1","period":30,"tags":["Work"]},
        {"secret":"MFRGGZDFMZTWQ2LK","issuer":"Fabrikam","label":"ben","digits":8,"type":"hotp","algorithm":"SHA256","counter":7}]"#;
    assert_eq!(lines_of(Format::AndOtp, file), [ANN, BEN]);
    assert_eq!(read(file).accounts[0].tags, ["Work"]);
}

#[test]
fn stratum_is_read_with_categories_and_reports_unusable_entries() {
    let file = r#"{"Authenticators":[
        {"Type":2,"Issuer":"Contoso","Username":"ann","Secret":"GEZDGNBVGY3TQOJQ","Algorithm":0,"Digits":6,"Period":30,"Counter":0},
        {"Type":3,"Issuer":"Mobile","Username":null,"Secret":"31323334","Algorithm":0,"Digits":6,"Period":10,"Counter":0},
        {"Type":1,"Issuer":"Fabrikam","Username":"ben","Secret":"MFRGGZDFMZTWQ2LK","Algorithm":1,"Digits":8,"Period":30,"Counter":7}],
        "Categories":[{"Id":"c1","Name":"Work"}],"AuthenticatorCategories":[{"CategoryId":"c1","AuthenticatorSecret":"GEZDGNBVGY3TQOJQ"}]}"#;
    let import = read(file);
    assert_eq!((import.format, lines(&import)), (Format::Stratum, vec![ANN.to_owned(), BEN.to_owned()]));
    assert_eq!(import.accounts[0].tags, ["Work"]);
    let rejected = &import.rejected[0];
    assert_eq!((rejected.index, rejected.name.as_str()), (2, "Mobile"));
    assert_eq!(rejected.fault, EntryFault::Account(TokenFileError::MobileOtp));
    assert_eq!(import.entries(), 3);
}

#[test]
fn bitwarden_is_read_with_links_and_bare_secrets_and_counts_items_without_a_code() {
    let file = r#"{"encrypted":false,"folders":[{"id":"f","name":"Work"}],"items":[
        {"type":1,"name":"Contoso","folderId":"f","favorite":true,"notes":"spare","login":{"username":"ann","totp":"gezd gnbv gy3t qojq"}},
        {"type":1,"name":"anything","login":{"username":"x","totp":"otpauth://hotp/Fabrikam:ben?secret=MFRGGZDFMZTWQ2LK&issuer=Fabrikam&algorithm=SHA256&digits=8&counter=7"}},
        {"type":1,"name":"Games","login":{"username":"cleo","totp":"steam://MFRGGZDFMZTWQ2LK"}},
        {"type":1,"name":"no code","login":{"username":"x","totp":null}},{"type":2,"name":"a note"},{"type":3,"name":"a card"}]}"#;
    let import = read(file);
    assert_eq!(import.format, Format::Bitwarden);
    let steam = "Steam|cleo|MFRGGZDFMZTWQ2LK|steam|SHA1|5";
    assert_eq!(lines(&import), [ANN, BEN, steam]);
    let first = &import.accounts[0];
    assert_eq!((first.note.as_str(), first.pinned, first.tags.as_slice()), ("spare", true, &["Work".to_owned()][..]));
    assert_eq!(
        import.notices.iter().map(|notice| (notice.kind, notice.count)).collect::<Vec<_>>(),
        [(NoticeKind::WithoutCode, 3)]
    );
}

#[test]
fn bitwarden_csv_is_read_also_with_rows_longer_than_the_header() {
    let vault = "folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp\n\
                 Work,1,login,Contoso,,,0,,ann,hunter2,GEZDGNBVGY3TQOJQ\n,,note,a note,words,,0,,,,\n";
    assert_eq!(lines_of(Format::Bitwarden, vault), [ANN]);
    let authenticator = "folder,favorite,type,name,login_uri,login_totp\n\
                         ,,1,Contoso,,,,0,otpauth://totp/Contoso:ann?secret=GEZDGNBVGY3TQOJQ&issuer=Contoso\n";
    assert_eq!(lines_of(Format::Bitwarden, authenticator), [ANN]);
}

#[test]
fn ente_is_read_with_tags_notes_pins_and_deleted_accounts() {
    let shown =
        "%7B%22pinned%22%3Atrue%2C%22trashed%22%3Atrue%2C%22tags%22%3A%5B%22Work%22%5D%2C%22note%22%3A%22spare%22%7D";
    let link = "otpauth://totp/Contoso:ann?secret=GEZDGNBVGY3TQOJQ&issuer=Contoso&codeDisplay=";
    let import = read(&format!("{link}{shown}\n{link}%7Bbroken\n"));
    assert_eq!((import.format, lines(&import)), (Format::Ente, vec![ANN.to_owned(), ANN.to_owned()]));
    let [shown, broken] = import.accounts.as_slice() else { panic!("two accounts") };
    assert_eq!((shown.note.as_str(), shown.pinned, shown.trashed), ("spare", true, true));
    assert_eq!(shown.tags, ["Work"]);
    assert_eq!((broken.note.as_str(), broken.pinned, broken.trashed), ("", false, false));
}

#[test]
fn the_earlier_json_of_ente_is_read() {
    let file = r#"{"items":[{"rawData":"otpauth://totp/Contoso:ann?secret=GEZDGNBVGY3TQOJQ&issuer=Contoso","display":{"pinned":true}}]}"#;
    assert_eq!(lines_of(Format::Ente, file), [ANN]);
    assert!(read(file).accounts[0].pinned);
}

#[test]
fn proton_is_read_and_its_name_is_the_account() {
    let file = r#"{"version":1,"entries":[{"id":"1","content":{"uri":"otpauth://totp/?secret=GEZDGNBVGY3TQOJQ&issuer=Contoso","entry_type":"Totp","name":"ann"},"note":"spare"}]}"#;
    assert_eq!(lines_of(Format::Proton, file), [ANN]);
    assert_eq!(read(file).accounts[0].note, "spare");
}

/// `12345678` + `90`, and `abcdefghij`, as Java writes bytes.
const FREE_ANN: &str = r#"{"algo":"SHA1","counter":0,"digits":6,"issuerExt":"Other","issuerAlt":"Contoso","label":"ann","period":30,"secret":[49,50,51,52,53,54,55,56,57,48],"type":"TOTP"}"#;
const FREE_BEN: &str = r#"{"algo":"SHA256","counter":6,"digits":8,"issuerExt":"Fabrikam","label":"ben","period":30,"secret":[97,98,99,100,101,102,103,104,105,106],"type":"HOTP"}"#;

#[test]
fn freeotp_plus_is_read_and_one_is_added_to_its_counters() {
    let file = format!(r#"{{"tokenOrder":["a","b"],"tokens":[{FREE_ANN},{FREE_BEN}]}}"#);
    assert_eq!(lines_of(Format::FreeOtp, &file), [ANN, BEN]);
    assert_eq!(read(&file).accounts[1].warnings, [ImportWarning::CounterMoved]);
}

#[test]
fn preferences_of_freeotp_are_read_in_spite_of_a_broken_one() {
    let quoted = |text: &str| text.replace('"', "&quot;");
    let file = format!(
        "<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n<map>\n<string name=\"tokenOrder\">[]</string>\n\
         <string name=\"a\">{}</string><string name=\"x\">{{broken</string><string name=\"b\">{}</string></map>",
        quoted(FREE_ANN),
        quoted(FREE_BEN)
    );
    let import = read(&file);
    assert_eq!((import.format, lines(&import)), (Format::FreeOtp, vec![ANN.to_owned(), BEN.to_owned()]));
    assert_eq!((import.rejected[0].index, &import.rejected[0].fault), (2, &EntryFault::Damaged));
}

#[test]
fn lastpass_is_read_with_folders_whose_ids_may_be_text() {
    let file = r#"{"version":3,"accounts":[
        {"issuerName":"Contoso","userName":"ann","secret":"GEZDGNBVGY3TQOJQ","timeStep":30,"digits":6,"algorithm":"SHA1","isFavorite":true,"folderData":{"folderId":"1","position":0}},
        {"originalIssuerName":"Contoso","originalUserName":"ann","secret":"GEZDGNBVGY3TQOJQ","folderData":{"folderId":0}}],
        "folders":[{"id":1,"name":"Work"}]}"#;
    assert_eq!(lines_of(Format::LastPass, file), [ANN, ANN]);
    let import = read(file);
    assert_eq!(import.accounts.iter().map(|account| account.tags.join(",")).collect::<Vec<_>>(), ["Work", ""]);
}

#[test]
fn keepassxc_is_read_with_names_and_never_the_password() {
    let file = "\"Group\",\"Title\",\"Username\",\"Password\",\"URL\",\"Notes\",\"TOTP\",\"Icon\",\"Last Modified\",\"Created\"\n\
        \"Root/Work\",\"Contoso\",\"ann\",\"otpauth://totp/x?secret=MFRGGZDFMZTWQ2LK\",\"\",\"two\nlines \"\"quoted\"\"\",\"otpauth://totp/KeePassXC:none?secret=GEZDGNBVGY3TQOJQ&issuer=KeePassXC\",\"0\",\"\",\"\"\n\
        \"Root\",\"No code\",\"x\",\"secret\",\"\",\"\",\"\",\"0\",\"\",\"\"\n";
    let import = read(file);
    assert_eq!((import.format, lines(&import)), (Format::KeePassXc, vec![ANN.to_owned()]));
    assert_eq!(import.accounts[0].note, "two\nlines \"quoted\"");
    assert_eq!(import.accounts[0].tags, ["Work"]);
    assert_eq!((import.notices[0].kind, import.notices[0].count), (NoticeKind::WithoutCode, 1));
}

#[test]
fn authy_is_read_and_its_own_tokens_change_every_ten_seconds() {
    let file = "<map><string name=\"com.authy.storage.tokens.authenticator.key\">[{&quot;decryptedSecret&quot;:&quot;GEZDGNBVGY3TQOJQ&quot;,\
        &quot;digits&quot;:6,&quot;originalName&quot;:&quot;Contoso:ann&quot;,&quot;name&quot;:&quot;x&quot;}]</string>\
        <string name=\"com.authy.storage.tokens.authy.key\">[{&quot;secretSeed&quot;:&quot;61626364&quot;,&quot;name&quot;:&quot;Chat - dora&quot;}]</string></map>";
    assert_eq!(lines_of(Format::Authy, file), [ANN, "Chat|Chat - dora|MFRGGZA|totp 10|SHA1|7"]);
}

#[test]
fn steam_is_read_in_both_shapes() {
    let one = r#"{"account_name":"ann","shared_secret":"MTIzNDU2Nzg5MA==","uri":""}"#;
    let line = "Steam|ann|GEZDGNBVGY3TQOJQ|steam|SHA1|5";
    assert_eq!(lines_of(Format::Steam, one), [line]);
    assert_eq!(lines_of(Format::Steam, &format!(r#"{{"accounts":{{"1":{one},"2":{one}}}}}"#)), [line, line]);
}

#[test]
fn totp_authenticator_is_read_in_each_base_that_it_names() {
    let list = r#"[{"issuer":"Contoso","name":"ann","key":"31323334353637383930","base":16,"digits":"6","period":"30"},
        {"issuer":"Unknown","name":"ann","key":"GEZDGNBVGY3TQOJQ","base":32,"digits":"","period":""},
        {"issuer":"Contoso","name":"ann","key":"MTIzNDU2Nzg5MA==","base":64,"digits":"6","period":"30"}]"#;
    let file = format!("<map><string name=\"STATIC_TOTP_CODES_LIST\">{}</string></map>", list.replace('"', "&quot;"));
    assert_eq!(lines_of(Format::TotpAuthenticator, &file), [ANN, "|ann|GEZDGNBVGY3TQOJQ|totp 30|SHA1|6", ANN]);
}

#[test]
fn battle_net_is_unmasked() {
    // `61` + `62` and so on, each digit masked.
    let mask = [0x39, 0x8E, 0x27, 0xFC];
    let hex =
        |text: &str| text.bytes().zip(mask).map(|(byte, mask)| format!("{:02x}", byte ^ mask)).collect::<String>();
    let file = format!(
        "<map><string name=\"com.blizzard.messenger.AUTHENTICATOR_SERIAL\">{}</string>\
         <string name=\"com.blizzard.messenger.AUTHENTICATOR_DEVICE_SECRET\">{}</string></map>",
        hex("EU-1"),
        hex("6162")
    );
    assert_eq!(lines_of(Format::BattleNet, &file), ["Battle.net|EU-1|MFRA|totp 30|SHA1|8"]);
}

#[test]
fn duo_is_read_and_its_own_accounts_are_reported_as_bound_to_the_phone() {
    let file = r#"[{"version":1.0,"accountType":"OtpAccount","name":"ann","otpGenerator":{"otpSecret":"GEZDGNBVGY3TQOJQ"}},
        {"accountType":"DuoAccount","name":"push"},
        {"accountType":"OtpAccount","name":"ben","otpGenerator":{"otpSecret":"MFRGGZDFMZTWQ2LK","counter":7}}]"#;
    let import = read(file);
    assert_eq!(import.format, Format::Duo);
    assert_eq!(lines(&import), ["|ann|GEZDGNBVGY3TQOJQ|totp 30|SHA1|6", "|ben|MFRGGZDFMZTWQ2LK|hotp 7|SHA1|6"]);
    assert_eq!((import.rejected[0].name.as_str(), &import.rejected[0].fault), ("push", &EntryFault::SecretElsewhere));
}

#[test]
fn a_csv_of_hardware_tokens_is_read() {
    let file =
        "upn,serial number,secret key,time interval,manufacturer,model\nann,100001,GEZDGNBVGY3TQOJQ,30,Contoso,M1\n";
    assert_eq!(lines_of(Format::Tokens, file), [ANN]);
}

#[test]
fn our_own_export_is_read() {
    let file = r#"{"proofup":1,"accounts":[
        {"type":"totp","issuer":"Contoso","account":"ann","secret":"GEZDGNBVGY3TQOJQ","algorithm":"SHA1","digits":6,"period":30,"note":"spare","tags":["Work"],"pinned":true},
        {"type":"hotp","issuer":"Fabrikam","account":"ben","secret":"MFRGGZDFMZTWQ2LK","algorithm":"SHA256","digits":8,"counter":7}]}"#;
    assert_eq!(lines_of(Format::Proofup, file), [ANN, BEN]);
    let first = &read(file).accounts[0];
    assert_eq!((first.note.as_str(), first.pinned, first.tags.as_slice()), ("spare", true, &["Work".to_owned()][..]));
}

#[test]
fn a_list_of_tokens_is_known_by_any_header_and_each_row_says_what_is_wrong() {
    for header in [
        "Serial No.,Seed,Period",
        "seed;serial-number;time_interval",
        "\u{feff}SerialNo\tSecret Key\tInterval",
        "serial,secret,period",
    ] {
        let between = header.chars().find(|mark| [',', ';', '\t'].contains(mark)).expect("a mark");
        let row = if header.starts_with("seed") { "GEZDGNBVGY3TQOJQ,77,30" } else { "77,GEZDGNBVGY3TQOJQ,30" };
        for end in ["\n", "\r\n", "\r"] {
            let import = read(&format!("{header}{end}{}{end}", row.replace(',', &between.to_string())));
            assert_eq!((import.format, import.accounts.len()), (Format::Tokens, 1), "{header:?}");
        }
    }
    let import = read(
        "serial number,secret key,time interval,hash function\n,GEZDGNBVGY3TQOJQ,30,\n1,GEZDGNBVGY3TQOJQ,31,\n2,GEZDGNBVGY3TQOJQ,30,md5\n\
         3,GEZDGNBVGY3TQOJQ,30,\n3,GEZDGNBVGY3TQOJQ,30,\n1.0001E+12,GEZDGNBVGY3TQOJQ,30,\n",
    );
    let told: Vec<_> = import.rejected.iter().map(|entry| entry.fault.to_string()).collect();
    assert_eq!(
        told,
        [
            "the time interval is neither 30 nor 60 seconds",
            "md5 is not supported",
            "a spreadsheet has changed the serial number to 1.0001E+12",
        ]
    );
    assert_eq!(import.accounts.len(), 3, "a person needs no serial numbers");
}

#[test]
fn a_list_of_tokens_that_is_cut_off_says_where() {
    let cut =
        "<KeyContainer Version=\"1.0\" xmlns=\"urn:ietf:params:xml:ns:keyprov:pskc\">\n<KeyPackage>\n<DeviceInfo>";
    let error = read_accounts(cut.as_bytes(), Default::default()).expect_err("it is refused");
    assert_eq!(error, ImportError::CutOff { format: Format::Tokens, line: 3 });
}
