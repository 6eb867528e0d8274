//! Valid links.

use proofup_otp::{Algorithm, Kind};
use proofup_token_files::{Link, OtpAuth, ParsedLink, TokenFileError, Warning, links_in_text};

fn read(link: &str) -> ParsedLink {
    OtpAuth::parse(link).unwrap_or_else(|error| panic!("{link}: {error}"))
}

fn names(link: &str) -> (String, String) {
    let OtpAuth { issuer, account, .. } = read(link).otp_auth;
    (issuer, account)
}

fn secret(link: &str) -> Vec<u8> {
    read(link).otp_auth.params.secret().expose().to_vec()
}

#[test]
fn reads_the_example_of_the_key_uri_format() {
    let ParsedLink { otp_auth, warnings } = read(
        "otpauth://totp/ACME%20Co:john.doe@email.com?secret=HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ&issuer=ACME%20Co&algorithm=SHA1&digits=6&period=30",
    );
    assert_eq!((otp_auth.issuer.as_str(), otp_auth.account.as_str()), ("ACME Co", "john.doe@email.com"));
    assert_eq!(otp_auth.params.kind(), Kind::Totp { period: 30 });
    assert_eq!((otp_auth.params.algorithm(), otp_auth.params.digits()), (Algorithm::Sha1, 6));
    assert_eq!(&*otp_auth.params.secret().to_base32(), "HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ");
    assert_eq!(warnings, []);
}

#[test]
fn a_missing_parameter_has_the_documented_default() {
    let params = read("otpauth://totp/a?secret=MZXW6YTBOI").otp_auth.params;
    assert_eq!(params.kind(), Kind::Totp { period: 30 });
    assert_eq!((params.algorithm(), params.digits()), (Algorithm::Sha1, 6));
}

#[test]
fn scheme_type_and_parameter_names_may_be_in_any_case() {
    for link in [
        "OTPAUTH://TOTP/x:y?SECRET=MZXW6YTBOI&Digits=8&ALGORITHM=sha512",
        "apple-otpauth://totp/x:y?secret=mzxw6ytboi&digits=8&algorithm=Sha512",
        "  otpauth://totp/x:y?secret=MZXW6YTBOI&digits=8&algorithm=SHA512\r\n",
        "\u{feff}otpauth://totp/x:y?secret=MZXW6YTBOI&digits=8&algorithm=HmacSHA512",
        "otpauth://totp/x:y?secret=MZXW6YTBOI&digits=8&algorithm=Algorithm.sha512",
    ] {
        let account = read(link).otp_auth;
        assert_eq!((account.issuer.as_str(), account.account.as_str()), ("x", "y"), "{link}");
        assert_eq!((account.params.algorithm(), account.params.digits()), (Algorithm::Sha512, 8), "{link}");
        assert_eq!(account.params.secret().expose(), b"foobar", "{link}");
    }
}

#[test]
fn labels_are_split_before_they_are_decoded() {
    for (label, issuer, account) in [
        ("Contoso:anna", "Contoso", "anna"),
        ("Contoso%3Aanna", "Contoso", "anna"),
        ("Contoso%3aanna", "Contoso", "anna"),
        ("Contoso:%20anna", "Contoso", "anna"),
        ("Matrix:@anna:example.org", "Matrix", "@anna:example.org"),
        ("A%3AB:c", "A:B", "c"),
        (":anna", "", "anna"),
        ("Contoso:", "Contoso", ""),
        ("anna", "", "anna"),
        ("", "", ""),
        ("a/b/c", "", "a/b/c"),
        ("anna+mail@example.org", "", "anna+mail@example.org"),
        ("100%25", "", "100%"),
        ("100%2525", "", "100%25"),
        ("100%", "", "100%"),
        ("%zz%4", "", "%zz%4"),
        ("公司:王小明 #2 🔑", "公司", "王小明 #2 🔑"),
        ("%E5%85%AC%E5%8F%B8:x", "公司", "x"),
    ] {
        let link = format!("otpauth://totp/{label}?secret=MZXW6YTBOI");
        assert_eq!(names(&link), (issuer.to_owned(), account.to_owned()), "{label}");
        assert_eq!(secret(&link), b"foobar", "{label}: nothing in a label may hide the secret");
    }
    assert_eq!(names("otpauth://totp?secret=MZXW6YTBOI"), (String::new(), String::new()));
}

#[test]
fn the_issuer_parameter_wins_and_a_difference_is_a_warning() {
    let parsed = read("otpauth://totp/Old:anna?secret=MZXW6YTBOI&issuer=New+Name");
    assert_eq!(
        (parsed.otp_auth.issuer.as_str(), parsed.otp_auth.account.as_str()),
        ("New Name", "Old:anna"),
        "the name that distinguishes two accounts stays"
    );
    assert_eq!(parsed.warnings, [Warning::IssuersDiffer { label: "Old".to_owned(), parameter: "New Name".to_owned() }]);
    for link in [
        "otpauth://totp/Contoso:a?secret=MZXW6YTBOI&issuer=Contoso",
        "otpauth://totp/Contoso:a?secret=MZXW6YTBOI&issuer=",
        "otpauth://totp/Contoso:a?secret=MZXW6YTBOI&issuer",
        "otpauth://totp/Contoso:a?secret=MZXW6YTBOI&issuer=null",
        "otpauth://totp/a?secret=MZXW6YTBOI&issuer=Contoso",
    ] {
        let parsed = read(link);
        assert_eq!((parsed.otp_auth.issuer.as_str(), parsed.warnings.len()), ("Contoso", 0), "{link}");
    }
}

#[test]
fn the_issuer_is_removed_from_the_label_even_with_colons_in_it() {
    for (link, issuer, account) in [
        (
            "otpauth://totp/Forge.example:%20Free%20hosting:ann@contoso.example?secret=MZXW6YTBOI&issuer=Forge.example%3A+Free+hosting",
            "Forge.example: Free hosting",
            "ann@contoso.example",
        ),
        (
            "otpauth://totp/https://auth.contoso.example:ann?secret=MZXW6YTBOI&issuer=https://auth.contoso.example",
            "https://auth.contoso.example",
            "ann",
        ),
        (
            "otpauth://totp/https%3A%2F%2Fa.example%3Aann?secret=MZXW6YTBOI&issuer=https%3A%2F%2Fa.example",
            "https://a.example",
            "ann",
        ),
        ("otpauth://totp/A:b:c?secret=MZXW6YTBOI&issuer=A", "A", "b:c"),
        (
            "otpauth://totp/https://Auth.Contoso.example:ann?secret=MZXW6YTBOI&issuer=https://auth.contoso.example",
            "https://auth.contoso.example",
            "ann",
        ),
        (
            "otpauth://totp/https:%2F%2Fauth.contoso.example%3aann?secret=MZXW6YTBOI&issuer=https://auth.contoso.example",
            "https://auth.contoso.example",
            "ann",
        ),
        (
            "otpauth://totp/Forge.example:%20%20Free%20hosting:ann?secret=MZXW6YTBOI&issuer=Forge.example%3A+Free+hosting",
            "Forge.example: Free hosting",
            "ann",
        ),
        ("otpauth://totp/EXAMPLE:ann?secret=MZXW6YTBOI&issuer=Example", "Example", "ann"),
        ("otpauth://totp/github:ann?secret=MZXW6YTBOI&issuer=GitHub", "GitHub", "ann"),
        ("otpauth://totp/A%3Ab:c?secret=MZXW6YTBOI&issuer=A", "A", "A:b:c"),
    ] {
        assert_eq!(names(link), (issuer.to_owned(), account.to_owned()), "{link}");
    }
}

#[test]
fn two_tenants_of_one_issuer_have_different_names() {
    let account = |tenant: &str| {
        names(&format!("otpauth://totp/{tenant}%3aann%40contoso.example?secret=MZXW6YTBOI&issuer=Microsoft"))
    };
    assert_eq!(account("Contoso%20Ltd"), ("Microsoft".to_owned(), "Contoso Ltd:ann@contoso.example".to_owned()));
    assert_eq!(account("Fabrikam%20Inc"), ("Microsoft".to_owned(), "Fabrikam Inc:ann@contoso.example".to_owned()));
    let written = read("otpauth://totp/Contoso%3Aann?secret=MZXW6YTBOI&issuer=Microsoft").otp_auth.to_uri();
    assert_eq!(names(&written), ("Microsoft".to_owned(), "Contoso:ann".to_owned()), "also when it was written anew");
}

#[test]
fn a_link_from_the_source_of_a_page_keeps_all_its_parameters() {
    for and in ["&amp;", "&AMP;", "&#38;", "&#x26;", "&amp;amp;"] {
        let link = format!(
            "otpauth://totp/ann@fw.contoso.example?secret=MZXW6YTBOI{and}issuer=Firewall{and}algorithm=SHA256{and}digits=8{and}period=60"
        );
        let account = read(&link).otp_auth;
        assert_eq!(account.params.kind(), Kind::Totp { period: 60 }, "{link}");
        assert_eq!((account.params.algorithm(), account.params.digits()), (Algorithm::Sha256, 8), "{link}");
        assert_eq!(
            (account.issuer.as_str(), account.account.as_str()),
            ("Firewall", "ann@fw.contoso.example"),
            "{link}"
        );
    }
    assert_eq!(
        names("otpauth://totp/Black &amp; White:ann?secret=MZXW6YTBOI&amp;digits=6"),
        ("Black & White".to_owned(), "ann".to_owned())
    );
    assert_eq!(names("otpauth://totp/a&amp;b?secret=MZXW6YTBOI&digits=6").1, "a&amp;b", "not from a page");
}

#[test]
fn no_parameter_is_passed_over_for_what_stands_around_its_name() {
    for and in [
        "&#x0026;",
        "&#X26;",
        "&#00038;",
        "&#38",
        "&amp",
        "&amp%3B",
        "&amp;#38;",
        "&%61mp;",
        "& ",
        "&+",
        "&%20",
        "&\u{a0}",
        "&\u{3000}",
        "&\t",
        "&\u{200d}",
        "&\u{200c}",
        "&%E2%80%8B",
        "&\u{feff}",
        "&&",
        "&\u{ad}&amp;\u{2060}",
    ] {
        let link = format!("otpauth://totp/a?secret=MZXW6YTBOI{and}digits=8{and}period=60{and}algorithm=SHA256");
        let params = read(&link).otp_auth.params;
        assert_eq!((params.digits(), params.kind()), (8, Kind::Totp { period: 60 }), "{link:?}");
        assert_eq!(params.algorithm(), Algorithm::Sha256, "{link:?}");
    }
    for name in ["digits ", "digits+", "digits\u{fe0f}", "digits%20", "di\u{ad}gits", "ｄｉｇｉｔｓ", "DIGITS\u{a0}"]
    {
        let params = read(&format!("otpauth://totp/a?secret=MZXW6YTBOI&{name}=8")).otp_auth.params;
        assert_eq!(params.digits(), 8, "{name:?}");
    }
    let unknown = read("otpauth://totp/a?secret=MZXW6YTBOI&amplitude=8&image=x&lock=1").otp_auth.params;
    assert_eq!(unknown.digits(), 6, "other parameters mean nothing");
}

#[test]
fn marks_that_cannot_be_seen_are_dropped_wherever_they_stand() {
    let parsed = read("\u{202a}otpauth://totp/Exam\u{200b}ple:ann?secret=\u{202a}MZXW\u{200b}6YTBOI\u{202c}\u{202c}");
    assert_eq!((parsed.otp_auth.issuer.as_str(), parsed.otp_auth.account.as_str()), ("Example", "ann"));
    assert_eq!(parsed.otp_auth.params.secret().expose(), b"foobar");
    assert_eq!(secret("otpauth://totp/a?secret=%E2%80%AAMZXW6%E2%80%8BYTBOI"), b"foobar");
    assert_eq!(names("otpauth://totp/Jose%CC%81%E2%80%8B:a?secret=MZXW6YTBOI").0, "Jos\u{e9}");
    assert_eq!(names("otpauth://totp/👩\u{200d}💻:a?secret=MZXW6YTBOI").0, "👩\u{200d}💻", "what joins emoji stays");
}

#[test]
fn reads_each_link_of_a_text() {
    let (ann, ben) = ("otpauth://totp/Ann?secret=MZXW6YTBOI", "otpauth://totp/Ben?secret=GEZDGNBVGY3TQOJQ");
    let accounts = |text: &str| -> Vec<String> {
        let name = |link: Result<Link, TokenFileError>| match link {
            Ok(Link::Account(parsed)) => parsed.otp_auth.account,
            Ok(Link::Part(part)) => format!("{} exported", part.accounts.len()),
            Err(error) => error.to_string(),
        };
        links_in_text(text).into_iter().map(name).collect()
    };
    for between in ["\n", "\r\n", "", " ", ", ", "\n\n# a comment\n \t\n"] {
        assert_eq!(accounts(&format!("{ann}{between}{ben}")), ["Ann", "Ben"], "{between:?}");
    }
    let export = "otpauth-migration://offline?data=Ch8KCkhlbGxvId6tvu8SA2FubhoEQmFuayADKAIwATgHEAIYASAA";
    assert_eq!(accounts(&format!("{ann}{export}\nsteam://MZXW6YTBOI")), ["Ann", "1 exported", ""]);
    assert_eq!(
        accounts(&format!("{ann}\nhttps://example.org\n{ben}")),
        ["Ann", "links with the scheme https: are not accounts", "Ben"]
    );
    assert_eq!(accounts("otpauth://totp/:see%20otpauth%3A%2F%2Fx?secret=MZXW6YTBOI"), ["see otpauth://x"]);
    assert!(links_in_text(" \n# nothing\n").is_empty());
}

#[test]
fn reads_a_link_that_was_broken_into_lines() {
    let link = "otpauth://totp/Contoso:ann@contoso.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Contoso&algorithm=SHA256&digits=8";
    let broken = format!("{}\n{}\n", &link[..76], &link[76..]);
    let found = links_in_text(&broken);
    assert_eq!(found, [Link::parse(link)]);
    let with_a_note = format!("{link}\nsome words\n");
    assert_eq!(links_in_text(&with_a_note).len(), 2, "a note is not part of a link");
}

/// Whose codes the links of a text make, or why they do not.
fn secrets_and_names(text: &str) -> Vec<String> {
    let told = |link: Result<Link, TokenFileError>| match link {
        Ok(Link::Account(ParsedLink { otp_auth: OtpAuth { params, issuer, account }, .. })) => {
            format!("{issuer}:{account} {} {}", params.secret().to_base32().as_str(), params.digits())
        }
        Ok(Link::Part(part)) => format!("{} exported", part.accounts.len()),
        Err(error) => error.to_string(),
    };
    links_in_text(text).into_iter().map(told).collect()
}

#[test]
fn a_link_is_never_added_with_the_part_of_its_secret_that_its_first_line_holds() {
    let link = "otpauth://totp/Contoso:ann?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Contoso&digits=8";
    let whole = secrets_and_names(link);
    let other = "otpauth://totp/Fabrikam:ben?secret=GEZDGNBVGY3TQOJQ&issuer=Fabrikam";
    let cut = link.find("secret=").unwrap() + "secret=".len();
    for at in 16..link.len() - 1 {
        let text = format!("{other}\n{}\n{}\n{other}", &link[..at], &link[at..]);
        let found = secrets_and_names(&text);
        assert!(found.len() >= 3 && found[0] == found[found.len() - 1], "{at}: {found:?}");
        let is_whole = found[1..found.len() - 1] == whole;
        let is_refused = !found[1].contains("JBSW");
        assert!(is_whole || is_refused, "{text}: {found:?}");
        if at < cut + 32 {
            assert!(is_whole, "{text}: {found:?}");
        }
    }
    let quoted = format!("{}=\n{}", &link[..45], link[45..].replace('=', "=3D"));
    assert_eq!(secrets_and_names(&quoted), whole);
    let three = format!("{}\n{}\n{}", &link[..20], &link[20..40], &link[40..]);
    assert_eq!(secrets_and_names(&three), whole);
}

#[test]
fn lines_that_cannot_be_told_from_the_rest_of_a_secret_are_refused_together() {
    let found = secrets_and_names("otpauth://totp/Contoso:ann?secret=JBSWY3DPEHPK3PXP\nJBSWY3DP");
    assert_eq!(found, ["the link is broken into lines that do not fit together", "not an otpauth link"]);
    let with_a_word = secrets_and_names("otpauth://totp/Contoso:ann?secret=JBSWY3DPEHPK3PXP\ngarbage\nmy other key");
    assert_eq!(with_a_word, ["Contoso:ann JBSWY3DPEHPK3PXP 6", "not an otpauth link", "not an otpauth link"]);
}

#[test]
fn what_people_put_around_a_link_is_no_part_of_it() {
    let link = "otpauth://totp/Contoso:ann?secret=JBSWY3DPEHPK3PXP&issuer=Contoso";
    let whole = secrets_and_names(link);
    let of_page = link.replace('&', "&amp;");
    for text in [
        format!("\"{link}\""),
        format!("\u{201c}{link}\u{201d}."),
        format!("\u{2039}{link}\u{203a}"),
        format!("<{link}>"),
        format!("<a href=\"{of_page}\">Contoso</a>"),
        format!("<html><body><p>{of_page}</p></body></html>"),
        format!("[Contoso]({link})"),
        format!("{link}."),
        format!("{link}  # my key"),
        format!("{link}#frag"),
        format!("{link}\"]"),
        format!("1. {link}"),
        format!("2) {link}"),
        format!("\u{2022} {link}"),
        format!("- {link},"),
        link.replace('&', "&#38;").replace('?', "&#x3F;"),
    ] {
        assert_eq!(secrets_and_names(&text), whole, "{text}");
    }
    for (link, issuer) in [
        ("otpauth://totp/Contoso%20Inc.:ann?secret=JBSWY3DPEHPK3PXP&issuer=Contoso%20Inc.", "Contoso Inc."),
        ("otpauth://totp/ann?secret=JBSWY3DPEHPK3PXP&issuer=Contoso (NL)", "Contoso (NL)"),
        ("otpauth://totp/ann?secret=JBSWY3DPEHPK3PXP&issuer=C#", "C#"),
        ("otpauth://totp/C#:ann?secret=JBSWY3DPEHPK3PXP", "C#"),
    ] {
        assert_eq!(secrets_and_names(link), [format!("{issuer}:ann JBSWY3DPEHPK3PXP 6")]);
    }
    assert_eq!(secrets_and_names(&format!("my key: {link}")).len(), 1);
    assert!(!secrets_and_names(&format!("my key: {link}"))[0].contains("JBSW"), "other words make it no link");
}

#[test]
fn a_second_secret_is_told() {
    let warnings = |query: &str| read(&format!("otpauth://totp/a?{query}")).warnings;
    assert_eq!(warnings("secret=MZXW6YTBOI&secret=AAAAAAAA"), [Warning::SecretsDiffer]);
    assert_eq!(warnings("secret=MZXW6YTBOI&SECRET=MZXW6YTBOI"), []);
}

#[test]
fn the_first_of_repeated_parameters_wins_and_unknown_ones_are_ignored() {
    let account = read(
        "otpauth://totp/a?image=https%3A%2F%2Fexample.org%2Fx.png&secret=MZXW6YTBOI&secret=AAAAAAAA&digits=7&digits=8&&lock",
    );
    assert_eq!(account.otp_auth.params.secret().expose(), b"foobar");
    assert_eq!(account.otp_auth.params.digits(), 7);
}

#[test]
fn a_secret_may_hold_spaces_dashes_and_padding() {
    for text in ["mzxw+6ytb+oi", "MZXW%206YTB%20OI", "MZXW-6YTB-OI", "MZXW6YTBOI%3D%3D%3D%3D%3D%3D", "MZXW6YTBOI======"]
    {
        assert_eq!(secret(&format!("otpauth://totp/a?secret={text}")), b"foobar", "{text}");
    }
    assert_eq!(secret("otpauth://totp/a?secret=null"), [0x6d, 0x16], "four letters of base32 like any other");
}

#[test]
fn the_word_null_counts_as_absent() {
    let params = read("otpauth://totp/a?secret=MZXW6YTBOI&digits=null&period=null&algorithm=null&counter=null");
    assert_eq!(params.otp_auth.params.kind(), Kind::Totp { period: 30 });
    assert_eq!((params.otp_auth.params.algorithm(), params.otp_auth.params.digits()), (Algorithm::Sha1, 6));
}

#[test]
fn hotp_has_its_counter() {
    let counter = |link: &str| {
        let parsed = read(link);
        (parsed.otp_auth.params.kind(), parsed.warnings)
    };
    assert_eq!(
        counter("otpauth://hotp/a?secret=MZXW6YTBOI&counter=42&period=0"),
        (Kind::Hotp { counter: 42 }, vec![]),
        "a period means nothing here and is not judged"
    );
    assert_eq!(
        counter("otpauth://hotp/a?secret=MZXW6YTBOI"),
        (Kind::Hotp { counter: 0 }, vec![Warning::CounterMissing])
    );
    assert_eq!(counter("otpauth://totp/a?secret=MZXW6YTBOI&counter=-1").0, Kind::Totp { period: 30 });
}

#[test]
fn recognises_steam_in_all_spellings() {
    for link in [
        "otpauth://steam/Steam:gaben?secret=MZXW6YTBOI",
        "otpauth://steam/Valve:gaben?secret=MZXW6YTBOI&digits=5",
        "otpauth://totp/Steam:gaben?secret=MZXW6YTBOI&issuer=Steam",
        "otpauth://totp/Steam:gaben?secret=MZXW6YTBOI&digits=5",
        "otpauth://totp/x:gaben?secret=MZXW6YTBOI&encoder=steam",
        "otpauth://totp/x:gaben?secret=MZXW6YTBOI&steam",
        "steam://MZXW6YTBOI",
        "STEAM://mzxw6ytboi/",
    ] {
        let params = read(link).otp_auth.params;
        assert_eq!((params.kind(), params.digits()), (Kind::Steam, 5), "{link}");
        assert_eq!(params.secret().expose(), b"foobar", "{link}");
    }
    for link in [
        "otpauth://totp/Steam:gaben?secret=MZXW6YTBOI&digits=6",
        "otpauth://totp/steam:gaben?secret=MZXW6YTBOI",
        "otpauth://totp/Steam Games:gaben?secret=MZXW6YTBOI",
    ] {
        assert_eq!(read(link).otp_auth.params.kind(), Kind::Totp { period: 30 }, "{link}");
    }
}

#[test]
fn secrets_of_impossible_lengths_are_read_with_a_warning() {
    for link in ["otpauth://totp/a?secret=MZXW6YTBO", "steam://MZXW6YTBO"] {
        assert_eq!(read(link).warnings, [Warning::SecretLengthOdd], "{link}");
    }
}

#[test]
fn a_name_in_another_encoding_does_not_lose_the_account() {
    let parsed = read("otpauth://totp/Caf%E9:anna?secret=MZXW6YTBOI");
    assert_eq!(parsed.otp_auth.issuer, "Caf\u{fffd}");
    assert_eq!(parsed.warnings, [Warning::NameNotUtf8]);
}
